package org.groeipuls.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.groeipuls.anonymity.FileVault;
import org.groeipuls.anonymity.TextKey;
import org.groeipuls.ballot.OpenedTexts;
import org.groeipuls.pulse.OpenText;
import org.groeipuls.pulse.OpenText.TextUnit;
import org.groeipuls.pulse.PulseEvent.PulseIssued;
import org.groeipuls.release.ReleaseEvent.TextsReleased;
import org.groeipuls.team.GroupId;
import org.groeipuls.team.UnitId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleasedTextsTest {
    private static final OpenText OPEN =
            new OpenText("b3A=", "aa", "Y28=", "bb", List.of(unit("care"), unit("works")), 90);

    @TempDir
    Path folder;

    private TextKey key;

    @BeforeEach
    void aKey() {
        key = FileVault.at(folder).textKeys().establish("march");
    }

    private static TextUnit unit(String id) {
        return new TextUnit(new UnitId(id), id, new TreeSet<>(List.of(new GroupId(id + "-1"))), 40, null);
    }

    private static List<String> sheets(int respondents, int texts) {
        List<String> sheets = new ArrayList<>(Collections.nCopies(respondents - texts, ""));
        for (int at = 0; at < texts; at++) {
            sheets.add(at, "tekst " + at);
        }
        return sheets;
    }

    private List<TextsReleased> released(int k, Map<String, List<String>> units) {
        PulseIssued issued = Asked.pulse(Asked.banded(k), List.of(), List.of());
        return TextRelease.of(issued, OPEN, new OpenedTexts(new TreeMap<>(units), 0), List.of(), key, Asked.DAY);
    }

    @Test
    void texts_of_a_unit_are_released_from_ten_respondents_and_five_texts_on() {
        assertThat(released(5, Map.of("care", sheets(10, 5), "works", sheets(40, 4))))
                .extracting(event -> event.unit().value() + " " + event.texts() + " of " + event.respondents())
                .containsExactly("care 5 of 10");
        assertThat(released(5, Map.of("care", sheets(9, 9)))).isEmpty();
        assertThat(released(5, Map.of())).isEmpty();
    }

    @Test
    void a_pulse_that_asks_for_more_answers_asks_for_more_respondents_too() {
        assertThat(released(15, Map.of("care", sheets(14, 14), "works", sheets(15, 14))))
                .hasSize(1);
    }

    @Test
    void a_text_of_blanks_is_none() {
        var sheets = sheets(20, 4);
        sheets.set(19, "  \n ");
        assertThat(released(5, Map.of("care", sheets))).isEmpty();
    }

    @Test
    void with_the_key_texts_read_back_in_the_order_of_the_shuffle_and_history_holds_no_word_of_them() {
        var event = released(5, Map.of("care", sheets(12, 6))).getFirst();
        assertThat(ReleasedTexts.read(event, key).orElseThrow())
                .containsExactly("tekst 0", "tekst 1", "tekst 2", "tekst 3", "tekst 4", "tekst 5");
        assertThat(event.toString()).doesNotContain("tekst 0");
        assertThat(event.readableUntil()).isEqualTo(Asked.DAY.plusDays(90));
    }

    @Test
    void texts_do_not_open_as_those_of_another_unit_or_pulse() {
        var event = released(5, Map.of("care", sheets(12, 6))).getFirst();
        var moved = new TextsReleased(
                event.release(),
                event.pulse(),
                new UnitId("works"),
                event.respondents(),
                event.texts(),
                event.sealed(),
                event.readableUntil());
        assertThat(ReleasedTexts.read(moved, key)).isEmpty();
        var other = FileVault.at(folder).textKeys().establish("april");
        assertThat(ReleasedTexts.read(event, other)).isEmpty();
    }

    @Test
    void a_count_that_is_done_again_gives_the_same_event() {
        var units = Map.of("care", sheets(12, 6));
        assertThat(released(5, units)).isEqualTo(released(5, units));
    }
}
