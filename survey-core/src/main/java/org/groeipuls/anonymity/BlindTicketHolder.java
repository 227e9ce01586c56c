package org.groeipuls.anonymity;

import java.security.KeyPair;

/** The person's side of a blind ticket: the ticket and the ballot key that belongs to it. */
public final class BlindTicketHolder implements TicketHolder {
    private final BlindTicket ticket;
    private final KeyPair ballotKey;

    BlindTicketHolder(BlindTicket ticket, KeyPair ballotKey) {
        this.ticket = ticket;
        this.ballotKey = ballotKey;
    }

    /**
     * A ticket and its ballot key, as they were kept.
     *
     * @param ballotKey a P-256 key; when it is not the one in the ticket, nothing that it signs is valid
     */
    public static BlindTicketHolder of(BlindTicket ticket, KeyPair ballotKey) {
        return new BlindTicketHolder(ticket, ballotKey);
    }

    @Override
    public BlindTicket ticket() {
        return ticket;
    }

    @Override
    public byte[] sign(byte[] statement) {
        return P256.sign(ballotKey.getPrivate(), statement);
    }

    @Override
    public String toString() {
        return "BlindTicketHolder[not shown]";
    }
}
