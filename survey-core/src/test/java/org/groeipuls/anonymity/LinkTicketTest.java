package org.groeipuls.anonymity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinkTicketTest {
    private final LinkTicket ticket = new LinkTicket("abcdefghijklmnopqrstuvwxyz");

    @Test
    void a_nullifier_belongs_to_one_code_in_one_pulse() {
        assertThat(ticket.nullifier("pulse:1")).isEqualTo(ticket.nullifier("pulse:1"));
        assertThat(ticket.nullifier("pulse:1")).isNotEqualTo(ticket.nullifier("pulse:2"));
        assertThat(ticket.nullifier("pulse:1"))
                .isNotEqualTo(new LinkTicket("bbcdefghijklmnopqrstuvwxyz").nullifier("pulse:1"));
    }

    @Test
    void the_stored_hash_of_a_code_does_not_lead_to_its_nullifier() {
        assertThat(ticket.storedHash("pulse:1")).hasSize(32).isNotEqualTo(ticket.nullifier("pulse:1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "abcdefghijklmnopqrstuvwxy",
                "abcdefghijklmnopqrstuvwxyza",
                "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
                " abcdefghijklmnopqrstuvwxy",
                "abcdefghijklmnopqrstuvwxy1",
                "abcdefghijklmnopqrstuvwxy\u00e9"
            })
    void a_code_has_one_spelling(String other) {
        assertThat(LinkTicket.read(other)).isEmpty();
        assertThatThrownBy(() -> new LinkTicket(other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A link code has 26 characters a-z and 2-7");
    }

    @Test
    void fresh_codes_are_well_formed_and_never_the_same() {
        SecureRandom chance = new SecureRandom();
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < 2000; i++) {
            codes.add(LinkTicket.fresh(chance).code());
        }
        assertThat(codes).hasSize(2000).allMatch(code -> LinkTicket.read(code).isPresent());
    }
}
