package org.groeipuls.api.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RefusingTest {
    @Test
    void the_reason_follows_from_the_status_or_else_from_the_code() {
        assertThat(Refusing.of(550, "550 5.1.1 no such user")).isEqualTo(Refusing.UNKNOWN);
        assertThat(Refusing.of(552, "552 5.2.2 mailbox full")).isEqualTo(Refusing.MAILBOX);
        assertThat(Refusing.of(550, "550 5.7.1 blocked")).isEqualTo(Refusing.POLICY);
        assertThat(Refusing.of(550, "550 go away")).isEqualTo(Refusing.UNKNOWN);
        assertThat(Refusing.of(552, "552 too much")).isEqualTo(Refusing.MAILBOX);
        assertThat(Refusing.of(554, "554 10.5.1.1 no")).isEqualTo(Refusing.OTHER);
        assertThat(Refusing.of(0, "5.4.4")).isEqualTo(Refusing.OTHER);
    }
}
