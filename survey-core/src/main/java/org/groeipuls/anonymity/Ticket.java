package org.groeipuls.anonymity;

/** The right to answer one pulse once, as the ballot side sees it. */
public sealed interface Ticket permits LinkTicket, BlindTicket {

    /** 32 bytes that are the same at every use of the same ticket in the same pulse, and tell nothing else. */
    byte[] nullifier(String pulse);

    /** What is sealed beside the answers, so that the count can verify it. */
    byte[] encoded();
}
