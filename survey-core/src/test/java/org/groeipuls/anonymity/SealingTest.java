package org.groeipuls.anonymity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.groeipuls.anonymity.FixedKeys.hex;

import java.util.HashSet;
import java.util.Set;
import org.bouncycastle.crypto.hpke.HPKE;
import org.groeipuls.anonymity.Sealing.Envelope;
import org.junit.jupiter.api.Test;

class SealingTest {
    private final BoxKey key = FixedKeys.key();
    private final CouncilKey outer = key.council().orElseThrow();
    private final Sealing sealing = Sealing.of("pulse:1", key.publicKeys(), Sealing.Sizes.link(12, 100));
    private final LinkTicket ticket = new LinkTicket("abcdefghijklmnopqrstuvwxyz");
    private final byte[] sheet = "five, four, three".getBytes(UTF_8);

    /** RFC 9180, appendix A.3.1, sequence number 0. */
    @Test
    void a_layer_opens_the_published_vector_of_RFC_9180() {
        byte[] whole = new byte[65 + 45];
        System.arraycopy(FixedKeys.EPHEMERAL_POINT, 0, whole, 0, 65);
        byte[] ciphertext =
                hex("5ad590bb8baa577f8619db35a36311226a896e7342a6d836d8b7bcd2f20b6c7f9076ac232e3ab2523f39513434");
        System.arraycopy(ciphertext, 0, whole, 65, 45);

        assertThat(new Layer("Ode on a Grecian Urn").open(key.operator(), "Count-0".getBytes(UTF_8), whole))
                .hasValue("Beauty is truth, truth beauty".getBytes(UTF_8));
    }

    /** The same vector from the sender's side, through the library that the layers use. */
    @Test
    void the_library_seals_the_published_vector_of_RFC_9180() throws Exception {
        HPKE hpke = new HPKE(HPKE.mode_base, HPKE.kem_P256_SHA256, HPKE.kdf_HKDF_SHA256, HPKE.aead_AES_GCM128);
        var sender = hpke.setupBaseS(
                hpke.deserializePublicKey(FixedKeys.RECIPIENT_POINT),
                "Ode on a Grecian Urn".getBytes(UTF_8),
                hpke.deserializePrivateKey(FixedKeys.EPHEMERAL_SCALAR, FixedKeys.EPHEMERAL_POINT));

        assertThat(sender.getEncapsulation()).isEqualTo(FixedKeys.EPHEMERAL_POINT);
        assertThat(sender.seal("Count-0".getBytes(UTF_8), "Beauty is truth, truth beauty".getBytes(UTF_8)))
                .isEqualTo(hex(
                        "5ad590bb8baa577f8619db35a36311226a896e7342a6d836d8b7bcd2f20b6c7f9076ac232e3ab2523f39513434"));
    }

    @Test
    void a_sealed_ballot_opens_layer_by_layer_to_what_was_sealed() {
        byte[] ballot = sealing.seal(ticket, "team:red", 3, sheet);

        Envelope envelope = sealing.openOuter(outer, ballot).orElseThrow();

        assertThat(envelope.ticket()).isEqualTo(ticket.encoded());
        assertThat(envelope.group()).isEqualTo("team:red");
        assertThat(envelope.sequence()).isEqualTo(3);
        assertThat(sealing.openInner(key, "team:red", envelope.inner())).hasValue(sheet);
    }

    @Test
    void every_ballot_of_a_pulse_has_one_size() {
        Set<Integer> sizes = new HashSet<>();
        for (int length : new int[] {0, 1, 50, 100}) {
            sizes.add(sealing.seal(ticket, "team:red", length + 1, new byte[length]).length);
            sizes.add(sealing.seal(ticket, "r", Long.MAX_VALUE, new byte[length]).length);
        }
        assertThat(sizes).containsExactly(sealing.ballotBytes());
    }

    @Test
    void the_same_sheet_never_looks_the_same_twice() {
        assertThat(sealing.seal(ticket, "team:red", 1, sheet)).isNotEqualTo(sealing.seal(ticket, "team:red", 1, sheet));
    }

    @Test
    void a_ballot_in_which_one_bit_was_turned_does_not_open() {
        byte[] ballot = sealing.seal(ticket, "team:red", 1, sheet);
        for (int place = 0; place < ballot.length; place += place < 66 ? 1 : 37) {
            byte[] altered = ballot.clone();
            altered[place] ^= 1;
            assertThat(sealing.openOuter(outer, altered)).as("byte %d", place).isEmpty();
        }
        assertThat(sealing.openOuter(outer, java.util.Arrays.copyOf(ballot, ballot.length - 1)))
                .isEmpty();
        assertThat(sealing.openOuter(outer, new byte[0])).isEmpty();
    }

    @Test
    void a_ballot_of_another_pulse_does_not_open_under_the_same_keys() {
        Sealing other = Sealing.of("pulse:2", key.publicKeys(), Sealing.Sizes.link(12, 100));

        assertThat(sealing.openOuter(outer, other.seal(ticket, "team:red", 1, sheet)))
                .isEmpty();
    }

    @Test
    void a_sheet_cannot_be_moved_to_another_group() {
        Envelope envelope = sealing.openOuter(outer, sealing.seal(ticket, "team:red", 1, sheet))
                .orElseThrow();

        assertThat(sealing.openInner(key, "team:blue", envelope.inner())).isEmpty();
    }

    @Test
    void neither_half_of_the_key_opens_the_other_layer() {
        BoxKey swapped = new BoxKey(
                outer.half(),
                P256.spki(key.operator().point()),
                new CouncilKey(key.operator()),
                key.boxSecret(),
                key.seed());
        byte[] ballot = sealing.seal(ticket, "team:red", 1, sheet);

        assertThat(sealing.openOuter(swapped.council().orElseThrow(), ballot)).isEmpty();
        byte[] inner = sealing.openOuter(outer, ballot).orElseThrow().inner();
        assertThat(sealing.openInner(swapped, "team:red", inner)).isEmpty();
    }

    @Test
    void what_is_larger_than_announced_is_not_sealed() {
        assertThatThrownBy(() -> sealing.seal(ticket, "team:red", 1, new byte[101]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A sheet of this pulse has at most 100 bytes");
    }
}
