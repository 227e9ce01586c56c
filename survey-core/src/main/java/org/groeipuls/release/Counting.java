package org.groeipuls.release;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.groeipuls.anonymity.BoxKey;
import org.groeipuls.anonymity.TextBox;
import org.groeipuls.anonymity.TextKeys;
import org.groeipuls.anonymity.Vault;
import org.groeipuls.ballot.BallotBoxes;
import org.groeipuls.ballot.OpenedBox;
import org.groeipuls.ballot.OpenedBox.CountedSheet;
import org.groeipuls.instrument.Instrument;
import org.groeipuls.pulse.Disclosure;
import org.groeipuls.pulse.PulseEvent.PulseIssued;
import org.groeipuls.release.ReleaseCommand.PublishRelease;
import org.groeipuls.release.ReleaseEvent.BlockReleased;
import org.groeipuls.release.ReleaseEvent.CountPublished;
import org.groeipuls.release.ReleaseEvent.TextsReleased;
import org.groeipuls.scoring.Calibration;
import org.groeipuls.team.GroupId;

/**
 * The count: opens the box of a closed pulse once, forms blocks, and makes the one command that publishes what may be
 * published. The same box and key give the same command, so a count that was broken off can be done again.
 */
public final class Counting {
    private final Vault vault;
    private final BallotBoxes boxes;
    private final TextKeys textKeys;

    /** @param textKeys under which released texts are sealed */
    public Counting(Vault vault, BallotBoxes boxes, TextKeys textKeys) {
        this.vault = vault;
        this.boxes = boxes;
        this.textKeys = textKeys;
    }

    /**
     * Counts a closed pulse.
     *
     * @param calibration the constants that were valid when it closed; their version goes into history
     * @param on the day of the count; stands in history
     * @throws org.groeipuls.anonymity.KeyLost when the box can never be opened again
     */
    public PublishRelease count(PulseIssued issued, Instrument instrument, Calibration calibration, LocalDate on) {
        BoxKey key = vault.boxKey(issued.pulse().value());
        OpenedBox box = boxes.open(issued.pulse().value(), key);
        var figures = count(issued, instrument, calibration, on, box, key.chance("unit-distributions"));
        return new PublishRelease(
                figures.release(), figures.count(), figures.blocks(), texts(issued, figures.blocks(), on));
    }

    private List<TextsReleased> texts(PulseIssued issued, List<BlockReleased> blocks, LocalDate on) {
        var openText = issued.openText();
        if (openText == null) {
            return List.of();
        }
        var box = TextBox.of(issued.pulse().value());
        var written = boxes.openTexts(box, vault.boxKey(box));
        return TextRelease.of(
                issued,
                openText,
                written,
                blocks,
                textKeys.establish(issued.pulse().value()),
                on);
    }

    static PublishRelease count(
            PulseIssued issued,
            Instrument instrument,
            Calibration calibration,
            LocalDate on,
            OpenedBox box,
            RandomGenerator chance) {
        Map<GroupId, List<Map<String, Integer>>> sheets = new HashMap<>();
        for (var sheet : box.sheets()) {
            sheets.computeIfAbsent(new GroupId(sheet.group()), group -> new ArrayList<>())
                    .add(sheet.answers());
        }
        Map<GroupId, Integer> answers = new HashMap<>();
        sheets.forEach((group, rows) -> answers.put(group, rows.size()));

        List<BlockOutline> outlines = new ArrayList<>();
        Map<Block, List<Map<String, Integer>>> released = new LinkedHashMap<>();
        for (var block : Blocks.of(issued, answers)) {
            boolean enough = block.answers() >= issued.rules().minimumGroup();
            outlines.add(new BlockOutline(block.id(), block.unit(), block.groupIds(), enough));
            if (enough) {
                List<Map<String, Integer>> rows = new ArrayList<>();
                block.groupIds().forEach(group -> rows.addAll(sheets.getOrDefault(group, List.of())));
                released.put(block, rows);
            }
        }
        boolean banded = issued.rules().disclosure() == Disclosure.BANDED;
        var count = new CountPublished(
                ReleaseId.of(issued.pulse()),
                issued.pulse(),
                issued.instrument(),
                issued.rules().disclosure(),
                issued.rules().minimumGroup(),
                issued.rules().spreadMinimum(),
                calibration.version(),
                on,
                outlines,
                box.rejected(),
                inclusion(released.keySet(), box),
                new OrganisationMoments(instrument, calibration, released)
                        .record()
                        .orElse(null),
                banded ? Distributions.of(issued, released, chance) : List.of());
        List<BlockReleased> blocks = new ArrayList<>();
        released.forEach((block, rows) -> blocks.add(figures(issued, instrument, calibration, block, rows)));
        return new PublishRelease(count.release(), count, blocks, List.of());
    }

    /** Receipts of everybody in a released block; of the others it would show how few they are. */
    private static List<String> inclusion(Set<Block> released, OpenedBox box) {
        Set<String> groups = new HashSet<>();
        released.forEach(block -> block.groupIds().forEach(group -> groups.add(group.value())));
        return box.sheets().stream()
                .filter(sheet -> groups.contains(sheet.group()))
                .map(CountedSheet::nonceHash)
                .sorted()
                .toList();
    }

    private static BlockReleased figures(
            PulseIssued issued,
            Instrument instrument,
            Calibration calibration,
            Block block,
            List<Map<String, Integer>> rows) {
        var figures = new BlockFigures(issued.rules(), instrument, calibration, block.items(), rows);
        return new BlockReleased(
                ReleaseId.of(issued.pulse()),
                issued.pulse(),
                block.id(),
                block.unit(),
                block.groupIds(),
                block.groups().getFirst().form(),
                block.answers(),
                block.eligible(),
                figures.items(),
                figures.scales(),
                figures.pairs());
    }
}
