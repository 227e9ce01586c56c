package org.groeipuls.anonymity;

import static java.nio.charset.StandardCharsets.US_ASCII;

/**
 * A blindly signed ticket whose signature was verified: {@link TicketKey#verified} is the only way to one. Nobody can
 * tell whose it is, not even with the key that signed it.
 */
public final class BlindTicket implements Ticket {
    /** Bytes of an encoded ticket: message prefix, ballot key's point and signature. */
    public static final int LENGTH = TicketKey.PREFIX + P256.POINT + TicketKey.MODULUS;

    private static final byte[] NULLIFIER = "groeipuls/1/blind/nullifier\0".getBytes(US_ASCII);

    private final byte[] encoded;
    private final byte[] message;
    private final byte[] ballotKey;

    BlindTicket(byte[] encoded, byte[] message, byte[] ballotKey) {
        this.encoded = encoded;
        this.message = message;
        this.ballotKey = ballotKey;
    }

    /** Over the message only: another signature or prefix of the same message is the same ticket. */
    @Override
    public byte[] nullifier(String pulse) {
        return Digests.sha256(NULLIFIER, message);
    }

    @Override
    public byte[] encoded() {
        return encoded.clone();
    }

    /** Whether the ballot key of this ticket signed this. */
    boolean signed(byte[] statement, byte[] signature) {
        return P256.verifies(ballotKey, statement, signature);
    }

    @Override
    public String toString() {
        return "BlindTicket[not shown]";
    }
}
