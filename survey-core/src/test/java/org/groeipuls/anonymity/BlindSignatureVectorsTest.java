package org.groeipuls.anonymity;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.bouncycastle.crypto.params.RSABlindSignatureParameters;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.groeipuls.scoring.Oracles;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The four published vectors of RFC 9474, Appendix A, on the server's and the client's side. */
class BlindSignatureVectorsTest {
    static List<Vector> vectors() {
        List<Vector> vectors = new ArrayList<>();
        JsonMapper.shared().readTree(Oracles.bytes("rfc9474.json")).forEach(vector -> vectors.add(new Vector(vector)));
        assertThat(vectors).hasSize(4);
        return vectors;
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void the_server_signs_as_published(Vector vector) throws Exception {
        assertThat(TicketSigningKey.sign(vector.signingKey(), vector.bytes("blinded_msg")))
                .isEqualTo(vector.bytes("blind_sig"));
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void the_published_signature_verifies_and_a_tampered_one_does_not(Vector vector) throws Exception {
        byte[] signature = vector.bytes("sig");
        assertThat(TicketKey.signed(vector.publicKey(), vector.pss(), signature, vector.bytes("input_msg")))
                .isTrue();

        signature[7] ^= 1;
        assertThat(TicketKey.signed(vector.publicKey(), vector.pss(), signature, vector.bytes("input_msg")))
                .isFalse();
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void the_client_blinds_and_finishes_as_published(Vector vector) throws Exception {
        Blinding blinding = Blinding.of(vector.variant(), vector.parameters(), vector.bytes("msg"), vector.chance());

        assertThat(blinding.prepared()).isEqualTo(vector.bytes("input_msg"));
        assertThat(blinding.blinded()).isEqualTo(vector.bytes("blinded_msg"));
        assertThat(blinding.takenOff(vector.bytes("blind_sig"))).isEqualTo(vector.bytes("sig"));
    }

    /** One entry of the published file; numbers and bytes stand there in hexadecimal after 0x. */
    record Vector(JsonNode fields) {
        private String hex(String name) {
            String text = fields.path(name).asString();
            return text.startsWith("0x") ? text.substring(2) : text;
        }

        byte[] bytes(String name) {
            return FixedKeys.hex(hex(name));
        }

        private BigInteger number(String name) {
            return new BigInteger(hex(name), 16);
        }

        private int saltLength() {
            return fields.path("name").asString().contains("PSSZERO") ? 0 : 48;
        }

        PSSParameterSpec pss() {
            return new PSSParameterSpec(
                    "SHA-384", "MGF1", MGF1ParameterSpec.SHA384, saltLength(), PSSParameterSpec.TRAILER_FIELD_BC);
        }

        PublicKey publicKey() throws Exception {
            return KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(number("n"), number("e")));
        }

        RSAKeyParameters parameters() {
            return new RSAKeyParameters(false, number("n"), number("e"));
        }

        RSAPrivateCrtKey signingKey() throws Exception {
            BigInteger p = number("p");
            BigInteger q = number("q");
            BigInteger d = number("d");
            return (RSAPrivateCrtKey) KeyFactory.getInstance("RSA")
                    .generatePrivate(new RSAPrivateCrtKeySpec(
                            number("n"),
                            number("e"),
                            d,
                            p,
                            q,
                            d.mod(p.subtract(BigInteger.ONE)),
                            d.mod(q.subtract(BigInteger.ONE)),
                            q.modInverse(p)));
        }

        RSABlindSignatureParameters variant() {
            return switch (fields.path("name").asString()) {
                case "RSABSSA-SHA384-PSS-Randomized" -> RSABlindSignatureParameters.RSABSSA_SHA384_PSS_RANDOMIZED;
                case "RSABSSA-SHA384-PSSZERO-Randomized" ->
                    RSABlindSignatureParameters.RSABSSA_SHA384_PSSZERO_RANDOMIZED;
                case "RSABSSA-SHA384-PSS-Deterministic" -> RSABlindSignatureParameters.RSABSSA_SHA384_PSS_DETERMINISTIC;
                default -> RSABlindSignatureParameters.RSABSSA_SHA384_PSSZERO_DETERMINISTIC;
            };
        }

        /** Gives the published prefix, blinding factor and salt in the order in which a client asks for them. */
        SecureRandom chance() {
            Deque<byte[]> answers = new ArrayDeque<>();
            if (variant().isRandomized()) {
                answers.add(bytes("msg_prefix"));
            }
            byte[] factor = number("inv").modInverse(number("n")).toByteArray();
            byte[] padded = new byte[512];
            for (int at = 1; at <= Math.min(512, factor.length); at++) {
                padded[512 - at] = factor[factor.length - at];
            }
            answers.add(padded);
            if (saltLength() > 0) {
                answers.add(bytes("salt"));
            }
            return new Scripted(answers);
        }

        @Override
        public String toString() {
            return fields.path("name").asString();
        }
    }

    private static final class Scripted extends SecureRandom {
        private static final long serialVersionUID = 1;
        private final transient Deque<byte[]> answers;

        Scripted(Deque<byte[]> answers) {
            this.answers = answers;
        }

        @Override
        public void nextBytes(byte[] bytes) {
            byte[] next = answers.remove();
            assertThat(bytes).hasSize(next.length);
            System.arraycopy(next, 0, bytes, 0, next.length);
        }
    }
}
