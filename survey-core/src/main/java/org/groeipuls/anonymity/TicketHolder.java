package org.groeipuls.anonymity;

/** Whoever may answer: holds a ticket, and with it what signs ballots. */
public sealed interface TicketHolder permits LinkTicket, BlindTicketHolder {
    Ticket ticket();

    /** The signature of a statement by the ballot key of the ticket; empty where tickets have none. */
    byte[] sign(byte[] statement);
}
