package org.groeipuls.system.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.groeipuls.system.browser.OpenedBallot.Opener;
import org.groeipuls.system.browser.OpenedBallot.Sizes;
import org.groeipuls.system.documents.Repository;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The page's modules against published vectors, against the JDK and against BouncyCastle. */
class PageCryptographyTest {
    private static final HexFormat HEX = HexFormat.of();
    private static final String PULSE = "peiling-één";
    private static final String GROUP = "team-ü";
    private static final String CODE = "abcdefghijklmnopqrstuvwxyz";
    private static final String NONCE = "00112233445566778899aabbccddeeff";
    private static final Opener OPERATOR = Opener.fresh();
    private static final Opener COUNCIL = Opener.fresh();
    private static final KeyPair SIGNER = rsa();

    private static PageModules page;

    @BeforeAll
    static void open() {
        page = PageModules.load();
    }

    @AfterAll
    static void close() {
        if (page != null) {
            page.close();
        }
    }

    static List<Map<String, String>> vectors() {
        return JsonMapper.shared().readValue(Repository.read("docs/oracles/rfc9474.json"), new TypeReference<>() {});
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void the_four_vectors_of_RFC_9474_come_out(Map<String, String> vector) {
        var came = page.fields("vector", vector);

        for (var name : List.of("input_msg", "blinded_msg", "sig")) {
            assertThat(came.get(name)).as(name).isEqualTo(vector.get(name));
        }
        assertThat(new BigInteger(digits(came.get("inv")), 16))
                .isEqualTo(new BigInteger(digits(vector.get("inv")), 16));
        assertThat(came.get("verified")).isEqualTo(true);
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void a_signature_that_was_tampered_with_is_refused(Map<String, String> vector) {
        String signature = field(vector, "blind_sig");
        String n = digits(field(vector, "n"));

        assertThat(page.text("finalized", List.of(vector, signature))).isEmpty();
        for (int place : new int[] {0, signature.length() / 2, signature.length() - 1}) {
            assertThat(page.text("finalized", List.of(vector, turned(signature, place))))
                    .as("digit %d", place)
                    .isNotEmpty();
        }
        assertThat(page.text("finalized", List.of(vector, signature.substring(2))))
                .contains("bytes");
        assertThat(page.text("finalized", List.of(vector, "00" + signature))).contains("bytes");
        assertThat(page.text("finalized", List.of(vector, n))).contains("out of range");
        assertThat(page.text("finalized", List.of(vector, "00".repeat(512)))).contains("not valid");
        assertThat(page.text("finalized", List.of(vector, field(vector, "sig"))))
                .contains("not valid");
        assertThat(page.yes("verified", List.of(vector, field(vector, "input_msg"), field(vector, "sig"))))
                .isTrue();
        assertThat(page.yes("verified", List.of(vector, turned(field(vector, "input_msg"), 7), field(vector, "sig"))))
                .isFalse();
        assertThat(page.yes("verified", List.of(vector, field(vector, "input_msg"), turned(field(vector, "sig"), 9))))
                .isFalse();
    }

    @Test
    void a_blinding_factor_that_cannot_be_taken_off_is_refused() throws Exception {
        var vector = vectors().getFirst();

        assertThat(page.text("blinded", List.of(vector, "2"))).isEmpty();
        assertThat(page.text("blinded", List.of(vector, "0"))).contains("out of range");
        assertThat(page.text("blinded", List.of(vector, field(vector, "n")))).contains("out of range");
        assertThat(page.text("blinded", List.of(vector, field(vector, "p")))).contains("without an inverse");
    }

    /** RFC 9180, appendix A.3.1, sequence number 0. */
    @Test
    void the_vector_of_RFC_9180_comes_out() {
        String x = "a92719c6195d5085104f469a8b9814d5838ff72b60501e2c4466e5e67b325ac9";
        String y = "8536d7b61a1af4b78e5b7f951c0900be863c403ce65c9bfcb9382657222d18c4";
        String d = "4995788ef4b9d6132b249ce59a77281493eb39af373d236a1fe415cb0c2d7beb";
        String recipient = "3059301306072a8648ce3d020106082a8648ce3d030107034200"
                + "04fe8c19ce0905191ebc298a9245792531f26f0cece2460639e8bc39cb7f706a826a"
                + "779b4cf969b8a0e539c7f62fb3d30ad6aa8f80e30f1d128aafd68a2ce72ea0";

        assertThat(page.text(
                        "hpke",
                        Map.of(
                                "recipient",
                                recipient,
                                "ephemeral",
                                Map.of("x", x, "y", y, "d", d),
                                "info",
                                "Ode on a Grecian Urn",
                                "aad",
                                "436f756e742d30",
                                "text",
                                "4265617574792069732074727574682c20747275746820626561757479")))
                .isEqualTo("04" + x + y
                        + "5ad590bb8baa577f8619db35a36311226a896e7342a6d836d8b7bcd2f20b6c7f9076ac232e3ab2523f39513434");
        assertThat(page.text("refusedKey", recipient)).isEmpty();
        assertThat(page.text("refusedKey", turned(recipient, recipient.length() - 1)))
                .as("no point of the curve")
                .isNotEmpty();
        assertThat(page.text("refusedKey", turned(recipient, 9)))
                .as("another algorithm")
                .contains("P-256");
        assertThat(page.text("refusedKey", recipient.substring(2))).contains("P-256");
    }

    @Test
    void a_ballot_of_a_link_opens_layer_by_layer_to_what_was_answered() throws Exception {
        var ballot = ballot("link", Map.of("code", CODE), answers("PS2", 5, "PS1", 1, "é", null, "a", 3));

        var opened = opened(ballot, sizes(64, 0));

        assertThat(new String(opened.ticket(), StandardCharsets.US_ASCII)).isEqualTo(CODE);
        assertThat(opened.group()).isEqualTo(GROUP);
        assertThat(opened.sequence()).isEqualTo((1L << 52) + 7);
        assertThat(opened.proof()).isEmpty();
        assertThat(HEX.formatHex(opened.sheet()))
                .isEqualTo("0120" + HEX.formatHex(NONCE.getBytes(StandardCharsets.US_ASCII)) + "0003" + "0350533101"
                        + "0350533205" + "016103");
        assertThat(opened.rest()).containsOnly(0);
        assertThat(ballot.get("signature")).isEqualTo("");
    }

    @Test
    void every_ballot_of_a_pulse_has_one_size() throws Exception {
        int size = sealed(ballot("link", Map.of("code", CODE), answers("PS1", 1))).length;

        assertThat(sealed(ballot("link", Map.of("code", CODE), answers("PS1", 5, "PS2", 4, "a", 2, "é", 1))))
                .hasSize(size);
        assertThat(sealed(ballot("link", Map.of("code", CODE), Map.of()))).hasSize(size);
        var withdrawn = ballot("link", Map.of("code", CODE), null);
        assertThat(sealed(withdrawn)).hasSize(size);
        assertThat(opened(withdrawn, sizes(64, 0)).sheet()).containsExactly(2);
    }

    @Test
    void a_ballot_of_another_pulse_or_key_does_not_open() throws Exception {
        byte[] ballot = sealed(ballot("link", Map.of("code", CODE), answers("PS1", 1)));

        assertThat(OpenedBallot.of(PULSE, OPERATOR, COUNCIL, sizes(64, 0), ballot))
                .isNotNull();
        assertThatThrownBy(() -> OpenedBallot.of("other", OPERATOR, COUNCIL, sizes(64, 0), ballot))
                .isInstanceOf(InvalidCipherTextException.class);
        assertThatThrownBy(() -> OpenedBallot.of(PULSE, COUNCIL, OPERATOR, sizes(64, 0), ballot))
                .isInstanceOf(InvalidCipherTextException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 6, -1})
    void an_answer_off_the_scale_is_not_sealed(int value) {
        assertThat(page.text("refusedSheet", Map.of("nonce", NONCE, "answers", Map.of("PS1", value))))
                .isNotEmpty();
        assertThat(page.text("refusedSheet", Map.of("nonce", NONCE, "answers", Map.of("PS1", 3))))
                .isEmpty();
        assertThat(page.text("refusedSheet", Map.of("nonce", "short", "answers", Map.of())))
                .isNotEmpty();
    }

    @Test
    void a_ticket_that_was_signed_blindly_is_one_that_the_JDK_verifies() throws Exception {
        var order = page.fields("ordered", spki(SIGNER));
        var held = page.fields("redeemed", List.of(spki(SIGNER), order, signedBlindly(SIGNER, order)));
        byte[] ticket = base64(held.get("ticket"));

        assertThat(ticket).hasSize(353);
        assertThat(verifies(SIGNER, ticket)).isTrue();
        assertThat(verifies(rsa(), ticket)).isFalse();
        assertThat(page.yes("signed", List.of(spki(SIGNER), held))).isTrue();
        assertThat(page.yes("signed", List.of(spki(rsa()), held))).isFalse();
        assertThat(HEX.formatHex(base64(order.get("blinded"))))
                .as("nothing of the ticket is in what the signer saw")
                .doesNotContain(HEX.formatHex(Arrays.copyOfRange(ticket, 0, 16)))
                .doesNotContain(HEX.formatHex(Arrays.copyOfRange(ticket, 33, 49)));
    }

    @Test
    void what_another_key_signed_does_not_become_a_ticket() {
        var order = page.fields("ordered", spki(SIGNER));

        assertThat(page.text("refusedTicket", List.of(spki(SIGNER), order, signedBlindly(rsa(), order))))
                .isNotEmpty();
        assertThat(page.text("refusedTicket", List.of(spki(SIGNER), order, signedBlindly(SIGNER, order))))
                .isEmpty();
    }

    @Test
    void two_orders_have_nothing_in_common() {
        var one = page.fields("ordered", spki(SIGNER));
        var other = page.fields("ordered", spki(SIGNER));

        assertThat(one.keySet()).containsExactlyInAnyOrder("ballotKey", "prefix", "blinded", "unblind");
        assertThat(one.values()).doesNotContainAnyElementsOf(other.values());
    }

    @Test
    void a_ticket_is_carried_to_another_device_as_text() {
        var order = page.fields("ordered", spki(SIGNER));
        var held = page.fields("redeemed", List.of(spki(SIGNER), order, signedBlindly(SIGNER, order)));
        String text = page.text("written", held);

        assertThat(text).matches("[A-Za-z0-9_-]{515}");
        assertThat(page.fields("read", text)).isEqualTo(held);
        assertThat(page.fields(
                        "read",
                        " https://example.org/answer/p/g#" + text.substring(0, 90) + "\n " + text.substring(90)))
                .isEqualTo(held);
        assertThat(page.text("usable", page.fields("read", text))).isEmpty();
        for (var other : List.of("", CODE, text.substring(4), text + "AAAA", "?" + text, "B" + text.substring(1))) {
            assertThat(page.ask("read", other))
                    .as("%d characters", other.length())
                    .isNull();
        }
        String otherKey = text.substring(0, 20) + (text.charAt(20) == 'A' ? 'B' : 'A') + text.substring(21);
        assertThat(page.text("usable", page.fields("read", otherKey)))
                .as("a private half that does not belong to the ticket")
                .isNotEmpty();
    }

    @Test
    void a_ballot_of_a_blind_ticket_is_signed_twice_by_its_ballot_key() throws Exception {
        var order = page.fields("ordered", spki(SIGNER));
        var held = page.fields("redeemed", List.of(spki(SIGNER), order, signedBlindly(SIGNER, order)));
        var ballot = ballot("blind", Map.of("held", held), answers("PS1", 2));

        var opened = opened(ballot, sizes(353, 64));

        byte[] turn = ByteBuffer.allocate(8).putLong(opened.sequence()).array();
        assertThat(opened.ticket()).isEqualTo(base64(held.get("ticket")));
        assertThat(opened.rest()).containsOnly(0);
        byte[] sheet = join("groeipuls/1/sheet\0" + PULSE + "\0" + GROUP + "\0", turn, sha256(opened.inner()));
        byte[] request = join("groeipuls/1/ballot\0" + PULSE + "\0", turn, sha256(sealed(ballot)));
        byte[] signature = HEX.parseHex((String) Objects.requireNonNull(ballot.get("signature")));
        assertThat(signedByBallotKey(opened.ticket(), sheet, opened.proof())).isTrue();
        assertThat(signedByBallotKey(opened.ticket(), request, signature)).isTrue();
        assertThat(signedByBallotKey(opened.ticket(), request, opened.proof())).isFalse();
    }

    private static Map<String, Object> ballot(
            String tickets, Map<String, Object> right, @Nullable Map<String, ?> answers) {
        var groups = List.of(
                Map.of("group", GROUP, "items", List.of("PS1", "PS2", "a", "é")),
                Map.of("group", "longer-group", "items", List.of("PS1")));
        var keys = Map.of("operator", encoded(OPERATOR), "council", encoded(COUNCIL));
        var argument = new HashMap<String, Object>(right);
        argument.put(
                "pulse", Map.of("pulse", PULSE, "rules", Map.of("tickets", tickets), "groups", groups, "keys", keys));
        argument.put("group", GROUP);
        argument.put("sequence", (1L << 52) + 7.0);
        argument.put("nonce", NONCE);
        if (answers != null) {
            argument.put("answers", answers);
        }
        return page.fields("ballot", argument);
    }

    private static Map<String, Object> answers(@Nullable Object... pairs) {
        var answers = new LinkedHashMap<String, Object>();
        for (int i = 0; i < pairs.length; i += 2) {
            answers.put((String) pairs[i], pairs[i + 1]);
        }
        return answers;
    }

    private static Sizes sizes(int ticket, int proof) {
        return new Sizes(ticket, "longer-group".length(), proof, 132 + 5 + 5 + 3 + 4);
    }

    private static OpenedBallot opened(Map<String, Object> ballot, Sizes sizes) throws InvalidCipherTextException {
        return OpenedBallot.of(PULSE, OPERATOR, COUNCIL, sizes, sealed(ballot));
    }

    private static byte[] sealed(Map<String, Object> ballot) {
        return HEX.parseHex((String) Objects.requireNonNull(ballot.get("sealed")));
    }

    private static String encoded(Opener opener) {
        return Base64.getEncoder().encodeToString(opener.spki());
    }

    private static byte[] base64(@Nullable Object text) {
        return Base64.getDecoder().decode((String) Objects.requireNonNull(text));
    }

    private static String spki(KeyPair pair) {
        return HEX.formatHex(pair.getPublic().getEncoded());
    }

    private static KeyPair rsa() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String signedBlindly(KeyPair pair, Map<String, Object> order) {
        var key = (RSAPrivateKey) pair.getPrivate();
        byte[] signed = new BigInteger(1, base64(order.get("blinded")))
                .mod(key.getModulus())
                .modPow(key.getPrivateExponent(), key.getModulus())
                .toByteArray();
        byte[] whole = new byte[256];
        int length = Math.min(signed.length, 256);
        System.arraycopy(signed, signed.length - length, whole, 256 - length, length);
        return Base64.getEncoder().encodeToString(whole);
    }

    private static boolean verifies(KeyPair pair, byte[] ticket) throws GeneralSecurityException {
        var key = (RSAPublicKey) pair.getPublic();
        var verifier = Signature.getInstance("RSASSA-PSS");
        verifier.setParameter(new PSSParameterSpec("SHA-384", "MGF1", MGF1ParameterSpec.SHA384, 48, 1));
        verifier.initVerify(key);
        verifier.update(ticket, 0, 32);
        verifier.update("groeipuls/1/ticket\0".getBytes(StandardCharsets.UTF_8));
        verifier.update(sha256(key.getEncoded()));
        verifier.update(ticket, 32, 65);
        return verifier.verify(ticket, 97, 256);
    }

    private static boolean signedByBallotKey(byte[] ticket, byte[] message, byte[] signature)
            throws GeneralSecurityException {
        byte[] spki = ByteBuffer.allocate(91)
                .put(OPERATOR.spki(), 0, 26)
                .put(ticket, 32, 65)
                .array();
        var verifier = Signature.getInstance("SHA256withECDSAinP1363Format");
        verifier.initVerify(KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(spki)));
        verifier.update(message);
        return verifier.verify(signature);
    }

    private static byte[] sha256(byte[] bytes) throws GeneralSecurityException {
        return MessageDigest.getInstance("SHA-256").digest(bytes);
    }

    private static byte[] join(String start, byte[] middle, byte[] end) {
        byte[] first = start.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(first.length + middle.length + end.length)
                .put(first)
                .put(middle)
                .put(end)
                .array();
    }

    private static String field(Map<String, String> vector, String name) {
        return Objects.requireNonNull(vector.get(name));
    }

    private static String digits(@Nullable Object number) {
        return ((String) Objects.requireNonNull(number)).replaceFirst("^0x", "");
    }

    /** The same hexadecimal text with one digit changed. */
    private static String turned(String digits, int place) {
        char other = digits.charAt(place) == '0' ? '1' : '0';
        return digits.substring(0, place) + other + digits.substring(place + 1);
    }
}
