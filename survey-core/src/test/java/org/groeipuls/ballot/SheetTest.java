package org.groeipuls.ballot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SheetTest {
    private static final List<String> FORM = List.of("ps1", "ps2", "learning.3");
    private static final String NONCE = "00112233445566778899aabbccddeeff";

    @Test
    void a_sheet_reads_back_as_it_was_written() {
        Sheet sheet = Sheet.answered(NONCE, Map.of("ps1", 1, "learning.3", 5), FORM);

        assertThat(Sheet.read(sheet.encoded())).hasValue(sheet);
        assertThat(Sheet.read(Sheet.WITHDRAWN.encoded())).hasValue(Sheet.WITHDRAWN);
    }

    @Test
    void who_would_rather_not_say_leaves_nothing_in_the_sheet() {
        Map<String, @Nullable Integer> answers = new HashMap<>(Map.of("ps1", 4));
        answers.put("ps2", null);

        assertThat(Sheet.answered(NONCE, answers, FORM).answers()).containsExactly(Map.entry("ps1", 4));
    }

    @Test
    void the_largest_sheet_of_a_form_is_as_large_as_announced() {
        Sheet full = Sheet.answered("a".repeat(128), Map.of("ps1", 1, "ps2", 2, "learning.3", 3), FORM);

        assertThat(full.encoded()).hasSize(Sheet.largest(List.of(List.of("ps1"), FORM)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 6, -1, 49, Integer.MAX_VALUE})
    void a_value_outside_the_scale_is_refused_by_the_name_of_its_item_only(int value) {
        assertThatThrownBy(() -> Sheet.answered(NONCE, Map.of("ps1", value), FORM))
                .isInstanceOf(BallotRefusal.AnswerNotAllowed.class)
                .hasMessage("Item ps1 is not asked here, or its value is not one of 1 to 5 or null.");
    }

    @Test
    void an_item_that_is_not_asked_is_refused_and_repeated_only_when_it_looks_like_one() {
        assertThatThrownBy(() -> Sheet.answered(NONCE, Map.of("ps9", 3), FORM))
                .isInstanceOf(BallotRefusal.AnswerNotAllowed.class)
                .hasMessageStartingWith("Item ps9 ");
        assertThatThrownBy(() -> Sheet.answered(NONCE, Map.of("<b>I feel unsafe</b>", 3), FORM))
                .hasMessageStartingWith("One item ");
        assertThatThrownBy(() -> Sheet.answered(NONCE, Collections.singletonMap("ps9", null), FORM))
                .isInstanceOf(BallotRefusal.AnswerNotAllowed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "00112233445566778899aabbccddeef", "0x112233445566778899aabbccddeeff"})
    void a_nonce_that_is_none_is_refused(String nonce) {
        assertThatThrownBy(() -> Sheet.answered(nonce, Map.of(), FORM))
                .isInstanceOf(BallotRefusal.NonceNotAllowed.class);
        assertThatThrownBy(() -> Sheet.answered("a".repeat(129), Map.of(), FORM))
                .isInstanceOf(BallotRefusal.NonceNotAllowed.class);
        assertThatThrownBy(() -> Sheet.answered("\u0663".repeat(32), Map.of(), FORM))
                .isInstanceOf(BallotRefusal.NonceNotAllowed.class);
    }

    @Test
    void bytes_that_are_no_sheet_are_no_sheet() {
        byte[] sheet = Sheet.answered(NONCE, Map.of("ps1", 1), FORM).encoded();

        assertThat(Sheet.read(new byte[0])).isEmpty();
        assertThat(Sheet.read(new byte[] {3})).isEmpty();
        assertThat(Sheet.read(Arrays.copyOf(sheet, sheet.length - 1))).isEmpty();
        assertThat(Sheet.read(Arrays.copyOf(sheet, sheet.length + 1))).isEmpty();
        assertThat(Sheet.read(new byte[] {2, 0})).isEmpty();
    }
}
