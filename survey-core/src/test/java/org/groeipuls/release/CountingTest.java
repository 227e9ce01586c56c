package org.groeipuls.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.groeipuls.anonymity.BoxKey;
import org.groeipuls.anonymity.FileVault;
import org.groeipuls.anonymity.TextBox;
import org.groeipuls.ballot.BallotBoxes;
import org.groeipuls.ballot.BoxTerms;
import org.groeipuls.ballot.OpenedBox;
import org.groeipuls.ballot.OpenedBox.CountedSheet;
import org.groeipuls.ballot.OpenedTexts;
import org.groeipuls.instrument.Instrument;
import org.groeipuls.pulse.Disclosure;
import org.groeipuls.pulse.PulseEvent.PulseIssued;
import org.groeipuls.pulse.PulseRules;
import org.groeipuls.release.ReleaseCommand.PublishRelease;
import org.groeipuls.release.ReleaseEvent.BlockReleased;
import org.groeipuls.scoring.Calibration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CountingTest {
    private static final Instrument INSTRUMENT = Asked.instrument(List.of(), "a1", "-a2", "a3", "=h");
    private static final List<String> FORM = Asked.items(INSTRUMENT);
    private static final OpenedTexts NO_TEXTS = new OpenedTexts(new TreeMap<>(), 0);

    @Test
    void every_released_block_has_its_figures_and_the_others_have_none() {
        var command = count(pulse(Asked.banded(5)), box(7, 3, 4), 1);
        assertThat(command.count().blocks())
                .extracting(block -> block.block() + " " + block.released())
                .containsExactly("parks true", "roads+water true", "tower false");
        assertThat(command.blocks())
                .extracting(block -> block.block() + " " + block.n() + " of " + block.eligible())
                .containsExactly("parks 7 of 150", "roads+water 7 of 300");
    }

    @Test
    void the_inclusion_list_has_the_receipts_of_released_blocks_alone_in_an_order_of_their_own() {
        var command = count(pulse(Asked.banded(5)), box(7, 3, 4), 1);
        var inclusion = command.count().inclusion();
        assertThat(inclusion).hasSize(14).isSorted().doesNotHaveDuplicates();
        assertThat(inclusion).noneMatch(receipt -> receipt.endsWith("tower"));
    }

    @Test
    void a_count_that_is_done_again_gives_the_same_command(@TempDir Path folder) {
        var vault = FileVault.at(folder);
        vault.establish("march");
        var issued = pulse(Asked.banded(5));
        var box = box(120, 130, 4);
        var counting = new Counting(vault, new OneBox(box, NO_TEXTS), vault.textKeys());
        var first = counting.count(issued, INSTRUMENT, Calibration.DEFAULT, Asked.DAY);
        assertThat(first.count().distributions()).isNotEmpty();
        assertThat(counting.count(issued, INSTRUMENT, Calibration.DEFAULT, Asked.DAY))
                .isEqualTo(first);
        var again = FileVault.at(folder);
        var elsewhere = new Counting(again, new OneBox(box, NO_TEXTS), again.textKeys());
        assertThat(elsewhere.count(issued, INSTRUMENT, Calibration.DEFAULT, Asked.DAY))
                .isEqualTo(first);
    }

    @Test
    void the_order_of_the_sheets_leaves_no_trace() {
        for (var rules : List.of(Asked.banded(5), Asked.exact(5, 5))) {
            var box = box(120, 13, 4);
            var sheets = new ArrayList<>(box.sheets());
            Collections.shuffle(sheets, new Random(3));
            assertThat(count(pulse(rules), new OpenedBox(sheets, 2), 1)).isEqualTo(count(pulse(rules), box, 1));
        }
    }

    @Test
    void what_holds_is_frozen_in_the_count() {
        var exact = count(pulse(Asked.exact(6, 9)), box(7, 3, 4), 1).count();
        assertThat(exact.disclosure()).isEqualTo(Disclosure.EXACT);
        assertThat(exact.minimumGroup()).isEqualTo(6);
        assertThat(exact.spreadMinimum()).isEqualTo(9);
        assertThat(exact.calibration()).isEqualTo("default@1");
        assertThat(exact.countedOn()).isEqualTo(Asked.DAY);
        assertThat(exact.rejected()).isEqualTo(2);
        assertThat(exact.release()).isEqualTo(ReleaseId.of(exact.pulse()));
    }

    @Test
    void distributions_are_drawn_under_banded_alone() {
        assertThat(count(pulse(Asked.banded(5)), box(120, 3, 4), 1).count().distributions())
                .hasSize(1);
        assertThat(count(pulse(Asked.exact(5, 5)), box(120, 3, 4), 1).count().distributions())
                .isEmpty();
    }

    @Test
    void the_constants_of_the_calibration_are_in_the_adjusted_sums() {
        var cal = new Calibration("cal-1", Map.of("a1", .3), Map.of(), Map.of(), Map.of(), 1, .0025, .5, true);
        var command = Counting.count(
                pulse(Asked.exact(5, 5)), INSTRUMENT, cal, Asked.DAY, box(7, 3, 4), new SplittableRandom(1));
        assertThat(command.count().calibration()).isEqualTo("cal-1");
        var scale = command.blocks().getFirst().scales().getFirst();
        assertThat(scale.sumRaw() - scale.sumAdjusted())
                .isCloseTo(7 * .3 / 3, org.assertj.core.data.Offset.offset(1e-9));
    }

    @Test
    void a_box_without_sheets_releases_nothing() {
        var command = count(pulse(Asked.banded(5)), new OpenedBox(List.of(), 0), 1);
        assertThat(command.blocks()).isEmpty();
        assertThat(command.count().inclusion()).isEmpty();
        assertThat(command.count().blocks()).noneMatch(BlockOutline::released);
    }

    @Test
    void a_merged_block_shows_the_items_that_all_were_asked() {
        var issued = Asked.pulse(
                Asked.banded(5),
                List.of(Asked.unit("city", null)),
                List.of(
                        Asked.group("parks", "city", 9, List.of("a1", "a2")),
                        Asked.group("roads", "city", 9, List.of("a1", "h"))));
        var command = count(issued, new OpenedBox(sheets("parks", 3, "roads", 9), 0), 1);
        assertThat(command.blocks())
                .singleElement()
                .extracting(BlockReleased::items)
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.list(ItemFigures.class))
                .extracting(ItemFigures::item)
                .containsExactly("a1");
    }

    @Test
    void released_texts_say_no_more_of_a_block_that_is_not_shown_than_its_figures(@TempDir Path folder) {
        assertThat(respondents(3, folder)).isEqualTo("14 of 14 in blocks").isEqualTo(respondents(4, folder));
    }

    /** Parks and roads are released; water is passed to the city alone, in whose name all three write. */
    private static String respondents(int water, Path folder) {
        var vault = FileVault.at(folder.resolve("water-" + water));
        vault.establish("march");
        vault.establish(TextBox.of("march"));
        var issued = Asked.pulse(
                Asked.banded(5),
                List.of(Asked.unit("city", null), Asked.unit("green", "city"), Asked.unit("wet", "city")),
                List.of(
                        Asked.group("parks", "green", 9, FORM),
                        Asked.group("roads", "green", 9, FORM),
                        Asked.group("water", "wet", 9, FORM)),
                Asked.openText("city", "parks", "roads", "water"));
        List<String> texts = new ArrayList<>(Collections.nCopies(9 + water, ""));
        texts.addAll(Collections.nCopies(5, "tekst"));
        var box = new OpenedBox(sheets("parks", 7, "roads", 7, "water", water), 0);
        var boxes = new OneBox(box, new OpenedTexts(new TreeMap<>(Map.of("city", texts)), 0));
        var release =
                new Counting(vault, boxes, vault.textKeys()).count(issued, INSTRUMENT, Calibration.DEFAULT, Asked.DAY);
        int inBlocks = release.blocks().stream().mapToInt(BlockReleased::n).sum();
        return release.texts().getFirst().respondents() + " of " + inBlocks + " in blocks";
    }

    private static PublishRelease count(PulseIssued issued, OpenedBox box, int seed) {
        return Counting.count(issued, INSTRUMENT, Calibration.DEFAULT, Asked.DAY, box, new SplittableRandom(seed));
    }

    private static PulseIssued pulse(PulseRules rules) {
        return Asked.pulse(
                rules,
                List.of(Asked.unit("city", null), Asked.unit("tower", null)),
                List.of(
                        Asked.group("parks", "city", 150, FORM),
                        Asked.group("roads", "city", 150, FORM),
                        Asked.group("tower", "tower", 150, FORM),
                        Asked.group("water", "city", 150, FORM)));
    }

    private static OpenedBox box(int parks, int roads, int waterAndTower) {
        return new OpenedBox(sheets("parks", parks, "roads", roads, "water", waterAndTower, "tower", waterAndTower), 2);
    }

    /** @param groups id, number of sheets, id, ... */
    private static List<CountedSheet> sheets(Object... groups) {
        var chance = new Random(12);
        List<CountedSheet> sheets = new ArrayList<>();
        for (int at = 0; at < groups.length; at += 2) {
            String group = (String) groups[at];
            for (int sheet = 0; sheet < (Integer) groups[at + 1]; sheet++) {
                var answers = Map.of(
                        "a1", 1 + chance.nextInt(5),
                        "a2", 1 + chance.nextInt(5),
                        "a3", 1 + chance.nextInt(5),
                        "h", 1 + chance.nextInt(5));
                sheets.add(new CountedSheet(group, answers, Long.toHexString(chance.nextLong()) + " " + group));
            }
        }
        return sheets;
    }

    /** Boxes of which one is closed and has a known content. */
    private record OneBox(OpenedBox content, OpenedTexts texts) implements BallotBoxes {
        @Override
        public OpenedBox open(String pulse, BoxKey key) {
            return content;
        }

        @Override
        public OpenedTexts openTexts(String box, BoxKey key) {
            return texts;
        }

        @Override
        public boolean ready(String pulse) {
            return true;
        }

        @Override
        public void prepare(BoxTerms terms) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void extend(String pulse, Instant closesAt) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close(String pulse) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void destroy(String pulse) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean holds(String pulse) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Set<String> left(Set<String> pulses) {
            throw new UnsupportedOperationException();
        }
    }
}
