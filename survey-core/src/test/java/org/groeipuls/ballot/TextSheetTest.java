package org.groeipuls.ballot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextSheetTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "We leerden ervan.", "één\ntwee", "🙂"})
    void what_was_written_reads_back_as_it_was(String text) {
        assertThat(TextSheet.read(TextSheet.written(text).encoded())).hasValue(new TextSheet(text));
    }

    @Test
    void what_was_withdrawn_is_not_what_was_left_empty() {
        assertThat(TextSheet.read(TextSheet.WITHDRAWN.encoded())).hasValue(TextSheet.WITHDRAWN);
        assertThat(TextSheet.WITHDRAWN.withdrawn()).isTrue();
        assertThat(TextSheet.written("").withdrawn()).isFalse();
    }

    @Test
    void five_hundred_characters_fit_whichever_they_are_and_not_one_more() {
        assertThat(TextSheet.written("🙂".repeat(500)).encoded()).hasSize(TextSheet.LARGEST);
        assertThatThrownBy(() -> TextSheet.written("a".repeat(501))).isInstanceOf(BallotRefusal.TextNotAllowed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "\u001b[31m", "\ud800", "a\tb"})
    void what_is_no_text_is_refused(String text) {
        assertThatThrownBy(() -> TextSheet.written(text))
                .isInstanceOf(BallotRefusal.TextNotAllowed.class)
                .hasMessageNotContaining(text);
    }

    @Test
    void bytes_that_are_no_sheet_are_not_read() {
        var good = TextSheet.written("goed").encoded();
        assertThat(TextSheet.read(new byte[0])).isEmpty();
        assertThat(TextSheet.read(java.util.Arrays.copyOf(good, good.length - 1)))
                .isEmpty();
        assertThat(TextSheet.read(java.util.Arrays.copyOf(good, good.length + 1)))
                .isEmpty();
        assertThat(TextSheet.read(new byte[] {1, 0, 1, (byte) 0xff})).isEmpty();
        assertThat(TextSheet.read(new byte[] {2, 0})).isEmpty();
        assertThat(TextSheet.read(new byte[] {3, 0, 0})).isEmpty();
    }
}
