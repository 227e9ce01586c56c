package org.groeipuls.anonymity;

import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The two public halves to which every ballot of a pulse is sealed: the outer layer for the works council, the inner
 * one for the operator.
 *
 * @param operator P-256 public key of the inner layer, SubjectPublicKeyInfo in DER
 * @param council P-256 public key of the outer layer, SubjectPublicKeyInfo in DER
 */
public record PublicKeys(byte[] operator, byte[] council) {

    /** @throws IllegalArgumentException when one of the two is no P-256 SubjectPublicKeyInfo */
    public PublicKeys {
        operator = P256.spki(P256.point(operator));
        council = P256.spki(P256.point(council));
    }

    @Override
    public byte[] operator() {
        return operator.clone();
    }

    @Override
    public byte[] council() {
        return council.clone();
    }

    /** Lower-case hex SHA-256 of a SubjectPublicKeyInfo: what invitations print and history keeps. */
    public static String fingerprint(byte[] spki) {
        return HexFormat.of().formatHex(Digests.sha256(spki));
    }

    /** The operator's key in base64, as one line. */
    public String operatorBase64() {
        return Base64.getEncoder().encodeToString(operator);
    }

    /** The council's key in base64, as one line. */
    public String councilBase64() {
        return Base64.getEncoder().encodeToString(council);
    }

    /** @throws IllegalArgumentException when one of the two is not the base64 of a P-256 SubjectPublicKeyInfo */
    public static PublicKeys ofBase64(String operator, String council) {
        return new PublicKeys(
                Base64.getDecoder().decode(operator), Base64.getDecoder().decode(council));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PublicKeys(byte[] operators, byte[] councils)
                && Arrays.equals(operator, operators)
                && Arrays.equals(council, councils);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(operator) + Arrays.hashCode(council);
    }

    @Override
    public String toString() {
        return "PublicKeys[operator=" + fingerprint(operator) + ", council=" + fingerprint(council) + "]";
    }
}
