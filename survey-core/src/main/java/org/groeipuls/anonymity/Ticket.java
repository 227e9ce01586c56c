package org.groeipuls.anonymity;

/**
 * The right to answer one pulse once, as the ballot side sees it. Today a personal link; blind tickets come behind the
 * same two methods.
 */
public sealed interface Ticket permits LinkTicket {

    /** 32 bytes that are the same at every use of the same ticket in the same pulse, and tell nothing else. */
    byte[] nullifier(String pulse);

    /** What is sealed beside the answers, so that the count can verify it; at most {@link Sealing#TICKET} bytes. */
    byte[] encoded();
}
