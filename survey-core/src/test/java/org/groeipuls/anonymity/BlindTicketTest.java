package org.groeipuls.anonymity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.security.KeyFactory;
import java.security.SecureRandom;
import java.security.spec.RSAPublicKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.BiFunction;
import org.bouncycastle.crypto.generators.RSABlindingFactorGenerator;
import org.bouncycastle.crypto.params.RSABlindSignatureParameters;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.junit.jupiter.api.Test;

class BlindTicketTest {
    private static final SecureRandom CHANCE = new SecureRandom();
    private static final TicketSigningKey SIGNING = TicketSigningKey.generate(CHANCE);
    private static final TicketKey KEY = SIGNING.publicKey();

    private static BlindTicketHolder holder() {
        TicketRequest request = TicketRequest.fresh(KEY, CHANCE);
        return request.finish(SIGNING.sign(request.blindedMessage()));
    }

    @Test
    void a_blindly_signed_ticket_is_verified_and_nothing_of_it_was_in_the_request() {
        TicketRequest request = TicketRequest.fresh(KEY, CHANCE);
        byte[] blinded = request.blindedMessage();
        BlindTicket ticket = request.finish(SIGNING.sign(blinded)).ticket();

        assertThat(ticket.encoded()).hasSize(353);
        assertThat(KEY.verified(ticket.encoded())).map(BlindTicket::encoded).hasValue(ticket.encoded());
        String sent = HexFormat.of().formatHex(blinded);
        byte[] encoded = ticket.encoded();
        for (int at = 0; at + 8 <= encoded.length; at++) {
            assertThat(sent).doesNotContain(HexFormat.of().formatHex(encoded, at, at + 8));
        }
    }

    @Test
    void the_same_blinded_message_gets_the_same_signature() {
        byte[] blinded = TicketRequest.fresh(KEY, CHANCE).blindedMessage();

        assertThat(SIGNING.sign(blinded)).isEqualTo(SIGNING.sign(blinded));
    }

    @Test
    void a_ticket_altered_in_any_byte_is_refused() {
        byte[] encoded = holder().ticket().encoded();

        for (int at = 0; at < encoded.length; at++) {
            byte[] altered = encoded.clone();
            altered[at] ^= 1;
            assertThat(KEY.verified(altered)).as("byte %d", at).isEmpty();
        }
        assertThat(KEY.verified(Arrays.copyOf(encoded, encoded.length - 1))).isEmpty();
        assertThat(KEY.verified(Arrays.copyOf(encoded, encoded.length + 1))).isEmpty();
    }

    @Test
    void a_ticket_of_another_group_is_refused() {
        TicketSigningKey other = TicketSigningKey.generate(CHANCE);
        TicketRequest request = TicketRequest.fresh(other.publicKey(), CHANCE);
        byte[] encoded =
                request.finish(other.sign(request.blindedMessage())).ticket().encoded();

        assertThat(other.publicKey().verified(encoded)).isPresent();
        assertThat(KEY.verified(encoded)).isEmpty();
    }

    @Test
    void an_eth_power_is_no_ticket() {
        // whoever chooses the signature first gets a message by raising it; the padding tells it is none
        byte[] chosen = new byte[TicketKey.MODULUS];
        CHANCE.nextBytes(chosen);
        chosen[0] = 0;
        RSAKeyParameters key = KEY.parameters();
        byte[] power = new BigInteger(1, chosen)
                .modPow(key.getExponent(), key.getModulus())
                .toByteArray();
        byte[] encoded = new byte[BlindTicket.LENGTH];
        System.arraycopy(power, 0, encoded, 0, Math.min(power.length, 97));
        System.arraycopy(chosen, 0, encoded, 97, chosen.length);

        assertThat(KEY.verified(encoded)).isEmpty();
    }

    @Test
    void a_second_signature_of_the_same_message_is_the_same_ticket() {
        TicketRequest request = TicketRequest.fresh(KEY, CHANCE);
        BlindTicket one = request.finish(SIGNING.sign(request.blindedMessage())).ticket();

        assertThat(one.nullifier("pulse:1"))
                .isEqualTo(KEY.verified(one.encoded()).orElseThrow().nullifier("pulse:1"));
        assertThat(one.nullifier("pulse:1")).isNotEqualTo(holder().ticket().nullifier("pulse:1"));
    }

    @Test
    void a_reply_that_is_no_signature_of_the_request_gives_no_ticket() {
        TicketRequest request = TicketRequest.fresh(KEY, CHANCE);
        byte[] other = SIGNING.sign(TicketRequest.fresh(KEY, CHANCE).blindedMessage());

        assertThatThrownBy(() -> request.finish(other)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> request.finish(new byte[0])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_is_no_number_below_the_modulus_is_not_signed() {
        byte[] large = new byte[TicketKey.MODULUS];
        Arrays.fill(large, (byte) 0xff);

        assertThatThrownBy(() -> SIGNING.sign(large)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SIGNING.sign(new byte[12])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void only_keys_of_the_one_kind_sign_tickets() throws Exception {
        byte[] small = KeyFactory.getInstance("RSA")
                .generatePublic(
                        new RSAPublicKeySpec(BigInteger.ONE.shiftLeft(1023).setBit(0), BigInteger.valueOf(65537)))
                .getEncoded();

        assertThatThrownBy(() -> TicketKey.of(small)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TicketKey.of(new byte[0])).isInstanceOf(IllegalArgumentException.class);
        assertThat(TicketKey.ofBase64(KEY.base64())).isEqualTo(KEY);
    }

    @Test
    void a_ballot_is_bound_to_its_ballot_key() {
        Sealing sealing = Sealing.of("pulse:1", FixedKeys.key().publicKeys(), Sealing.Sizes.blind(12, 100));
        CouncilKey outer = FixedKeys.key().council().orElseThrow();
        BlindTicketHolder holder = holder();
        BlindTicketHolder stranger = holder();
        byte[] ballot = sealing.seal(holder, "team:red", 3, "answers".getBytes(UTF_8));
        byte[] signature = sealing.sign(holder, 3, ballot);

        assertThat(sealing.signed(holder.ticket(), 3, ballot, signature)).isTrue();
        assertThat(sealing.signed(holder.ticket(), 4, ballot, signature)).isFalse();
        assertThat(sealing.signed(stranger.ticket(), 3, ballot, signature)).isFalse();
        assertThat(sealing.signed(holder.ticket(), 3, new byte[ballot.length], signature))
                .isFalse();
        assertThat(sealing.signed(holder.ticket(), 3, ballot, new byte[0])).isFalse();

        Sealing.Envelope envelope = sealing.openOuter(outer, ballot).orElseThrow();
        assertThat(sealing.proven(holder.ticket(), envelope)).isTrue();
        assertThat(sealing.proven(stranger.ticket(), envelope)).isFalse();
        assertThat(sealing.proven(
                        holder.ticket(),
                        new Sealing.Envelope(
                                envelope.ticket(),
                                "team:blue",
                                envelope.sequence(),
                                envelope.proof(),
                                envelope.inner())))
                .isFalse();
    }

    @Test
    void whoever_signs_cannot_tell_which_request_a_ticket_came_from() throws Exception {
        // with the signing key: the factor that would lead from a ticket to a request, for pairs that do not belong
        assertThat(pairsThatAreRuledOut((key, message) -> Blinding.of(
                                RSABlindSignatureParameters.RSABSSA_SHA384_PSS_RANDOMIZED, key, message, CHANCE)
                        .factor()))
                .as("ours draws from all numbers, so that no factor is impossible")
                .isFalse();
        assertThat(pairsThatAreRuledOut((key, message) -> {
                    RSABlindingFactorGenerator generator = new RSABlindingFactorGenerator();
                    generator.init(key);
                    return generator.generateBlindingFactor();
                }))
                .as("a generator that never sets the highest bit rules out every pair whose factor has it")
                .isTrue();
    }

    /** Whether none of 200 factors has the highest bit, so that a pair that needs one with it is known to be false. */
    private static boolean pairsThatAreRuledOut(BiFunction<RSAKeyParameters, byte[], BigInteger> factors) {
        RSAKeyParameters key = KEY.parameters();
        int highest = key.getModulus().bitLength() - 1;
        while (!key.getModulus().testBit(highest - 1)) {
            key = TicketSigningKey.generate(CHANCE).publicKey().parameters(); // a third of all factors has the bit
        }
        RSAKeyParameters large = key;
        return java.util.stream.IntStream.range(0, 200)
                .mapToObj(any -> factors.apply(large, new byte[] {1}))
                .noneMatch(factor -> factor.testBit(highest));
    }
}
