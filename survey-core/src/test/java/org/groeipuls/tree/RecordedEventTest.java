package org.groeipuls.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class RecordedEventTest {
    private static final String[] PARTS = {"a", " yy", "é", "\uD83D\uDE00", "{", "\n  yy"};

    private static RecordedEvent of(String data) {
        return new RecordedEvent(1, "PulseOpened", "1", "pulse:p", 0, "2027-01-01T00:00:00Z", data);
    }

    @Test
    void pieces_are_the_content_and_none_loses_anything_where_ends_are_trimmed_or_half_characters_dropped() {
        var chance = new Random(5);
        for (int round = 0; round < 2_000; round++) {
            var text = new StringBuilder("x");
            for (int part = chance.nextInt(60); part > 0; part--) {
                text.append(PARTS[chance.nextInt(PARTS.length)]);
            }
            var data = text.append("x").toString();
            int longest = 12 + chance.nextInt(20);
            var pieces = of(data).pieces(longest);
            assertThat(String.join("", pieces)).isEqualTo(data);
            for (var piece : pieces) {
                assertThat(piece).hasSizeBetween(1, longest).isEqualTo(piece.strip());
                assertThat(Character.isLowSurrogate(piece.charAt(0))).as(piece).isFalse();
            }
        }
    }

    @Test
    void a_stretch_of_blanks_that_is_longer_than_a_piece_is_cut_all_the_same() {
        assertThat(String.join("", of("x" + " ".repeat(30) + "x").pieces(10))).hasSize(32);
    }
}
