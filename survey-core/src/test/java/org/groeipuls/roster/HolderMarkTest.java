package org.groeipuls.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class HolderMarkTest {
    private static final byte[] SALT = HexFormat.of().parseHex("00112233445566778899aabbccddeeff".repeat(2));
    private static final PersonId ANN = new PersonId("ann");

    @Test
    void a_mark_is_what_the_protocol_says() {
        assertThat(HolderMark.of(SALT, ANN))
                .isEqualTo("62c13b6a572b4ac795294eda4a638328a2373a3dd889a9c3b226862a4e4effe3");
    }

    @Test
    void it_is_another_for_somebody_else_and_with_another_salt() {
        assertThat(HolderMark.of(SALT, new PersonId("bo"))).isNotEqualTo(HolderMark.of(SALT, ANN));
        assertThat(HolderMark.of(new byte[32], ANN)).isNotEqualTo(HolderMark.of(SALT, ANN));
    }
}
