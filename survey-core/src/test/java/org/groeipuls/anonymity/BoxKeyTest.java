package org.groeipuls.anonymity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.groeipuls.anonymity.FixedKeys.hex;

import java.security.KeyFactory;
import java.security.interfaces.ECPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class BoxKeyTest {

    @Test
    void chance_is_the_same_for_the_same_key_and_label_and_different_for_any_other() {
        long first = FixedKeys.key().chance("shuffle/team:red").nextLong();

        assertThat(FixedKeys.key().chance("shuffle/team:red").nextLong()).isEqualTo(first);
        assertThat(FixedKeys.key().chance("shuffle/team:blue").nextLong()).isNotEqualTo(first);
        assertThat(FixedKeys.key((byte) 8).chance("shuffle/team:red").nextLong())
                .isNotEqualTo(first);
    }

    /** Chi-square over 256 byte values of 1,048,576 bytes: mean 255, standard deviation 22.6; the bound is 6 of them. */
    @Test
    void chance_is_even_over_all_byte_values() {
        RandomGenerator chance = FixedKeys.key().chance("noise");
        long[] counts = new long[256];
        for (int i = 0; i < 131_072; i++) {
            long bits = chance.nextLong();
            for (int shift = 0; shift < 64; shift += 8) {
                counts[(int) (bits >>> shift) & 255]++;
            }
        }
        double chiSquare = 0;
        for (long count : counts) {
            chiSquare += (count - 4096.0) * (count - 4096.0) / 4096.0;
        }
        assertThat(chiSquare).isBetween(255 - 6 * 22.6, 255 + 6 * 22.6);
    }

    /** RFC 5869, test case 1. */
    @Test
    void the_key_derivation_is_that_of_RFC_5869() {
        byte[] derived = Digests.hkdf(
                hex("0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b"),
                hex("000102030405060708090a0b0c"),
                hex("f0f1f2f3f4f5f6f7f8f9"),
                42);

        assertThat(derived)
                .isEqualTo(hex("3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865"));
    }

    /** RFC 4231, test case 2. */
    @Test
    void a_mark_is_the_HMAC_of_RFC_4231() {
        assertThat(Digests.hmac(
                        "Jefe".getBytes(java.nio.charset.StandardCharsets.US_ASCII),
                        hex("7768617420646f2079612077616e7420666f72206e6f7468696e673f")))
                .isEqualTo(hex("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"));
    }

    @Test
    void no_secret_shows_itself_as_text() {
        BoxKey key = FixedKeys.key();

        assertThat(key.toString() + key.boxSecret() + key.operator() + new LinkTicket("abcdefghijklmnopqrstuvwxyz"))
                .isEqualTo("BoxKey[not shown]BoxSecret[not shown]KeyHalf[not shown]LinkTicket[not shown]");
    }

    @Test
    void public_keys_are_read_by_the_platform_and_equal_by_content() throws Exception {
        PublicKeys keys = FixedKeys.key().publicKeys();

        ECPublicKey read =
                (ECPublicKey) KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(keys.operator()));

        assertThat(read.getW().getAffineX().toString(16))
                .isEqualTo("fe8c19ce0905191ebc298a9245792531f26f0cece2460639" + "e8bc39cb7f706a82");
        assertThat(PublicKeys.ofBase64(keys.operatorBase64(), keys.councilBase64()))
                .isEqualTo(keys)
                .hasSameHashCodeAs(keys);
        keys.operator()[90] ^= 1;
        assertThat(keys).isEqualTo(FixedKeys.key().publicKeys());
    }

    /** {@code printf abc | sha256sum} */
    @Test
    void a_fingerprint_is_the_lower_case_hex_of_SHA_256() {
        assertThat(PublicKeys.fingerprint(new byte[] {'a', 'b', 'c'}))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
