package org.groeipuls.attack;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/**
 * Somebody who answered, with all that would give them away.
 *
 * @param name what the roster knows them by; empty when nobody is named
 * @param code the one-time code of their link; empty with a blind ticket
 * @param nullifier what the mark of their ballot in the box is made from; empty where ballots have none
 * @param receipt the nonce in their ballot
 * @param text what they wrote for the open question; empty when nothing
 */
record Person(String name, String code, byte[] nullifier, String receipt, Map<String, Integer> answers, String text) {

    /** What the list of receipts shows of the receipt: lower-case hex SHA-256. */
    String published() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(receipt.getBytes(US_ASCII)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What may stand nowhere: the code, the receipt itself, and what they wrote. */
    void secrets(Needles needles, int person) {
        if (!code.isEmpty()) {
            needles.add("code", person, code.getBytes(US_ASCII));
            needles.add("code", person, code.getBytes(UTF_16LE));
        }
        if (!text.isEmpty()) {
            needles.add("text", person, text.getBytes(UTF_8));
            needles.add("text", person, text.getBytes(UTF_16LE));
        }
        needles.add("receipt", person, receipt.getBytes(US_ASCII));
        needles.add("receipt", person, HexFormat.of().parseHex(receipt));
    }

    @Override
    public String toString() {
        return "Person[not shown]";
    }
}
