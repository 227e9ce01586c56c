package org.groeipuls.anonymity;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.SecureRandom;
import java.util.Optional;

/**
 * A ticket by personal link: a code of 26 lower-case characters of base32 (130 bits of chance) that the server made
 * and knows by its hash only.
 *
 * @param code the code as it stands in the link; one spelling only, so that no second one can vote again
 */
public record LinkTicket(String code) implements Ticket, TicketHolder {
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int LENGTH = 26;
    // two domains, so that the stored hash of a code does not lead to the mark of its ballot, not even with the secret
    private static final byte[] NULLIFIER = "groeipuls/1/link/nullifier\0".getBytes(UTF_8);
    private static final byte[] STORED = "groeipuls/1/link/code\0".getBytes(UTF_8);
    private static final byte[] SEPARATOR = {0};

    /** @throws IllegalArgumentException when it cannot be a code; the message does not repeat it */
    public LinkTicket {
        if (!wellFormed(code)) {
            throw new IllegalArgumentException("A link code has " + LENGTH + " characters a-z and 2-7");
        }
    }

    /** A new code that nobody can guess. */
    public static LinkTicket fresh(SecureRandom chance) {
        StringBuilder code = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            code.append(ALPHABET.charAt(chance.nextInt(ALPHABET.length())));
        }
        return new LinkTicket(code.toString());
    }

    /** The ticket of this code, empty when no code ever looks like this. */
    public static Optional<LinkTicket> read(String code) {
        return wellFormed(code) ? Optional.of(new LinkTicket(code)) : Optional.empty();
    }

    private static boolean wellFormed(String code) {
        return code.length() == LENGTH && code.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0);
    }

    @Override
    public byte[] nullifier(String pulse) {
        return Digests.sha256(NULLIFIER, pulse.getBytes(UTF_8), SEPARATOR, encoded());
    }

    /** SHA-256 under which the box knows this code; 32 bytes. */
    public byte[] storedHash(String pulse) {
        return Digests.sha256(STORED, pulse.getBytes(UTF_8), SEPARATOR, encoded());
    }

    /** Whoever has the code holds the ticket. */
    @Override
    public LinkTicket ticket() {
        return this;
    }

    @Override
    public byte[] sign(byte[] statement) {
        return new byte[0];
    }

    @Override
    public byte[] encoded() {
        return code.getBytes(US_ASCII);
    }

    @Override
    public String toString() {
        return "LinkTicket[not shown]";
    }
}
