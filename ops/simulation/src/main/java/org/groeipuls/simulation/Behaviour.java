package org.groeipuls.simulation;

/** What a person, or what is between the person and the server, does with a ballot. All but the last two count once. */
public enum Behaviour {
    /** Sends once and reads the reply. */
    PLAIN,
    /** Sends the same ballot again after the reply. */
    DOUBLE_SEND,
    /** Loses the reply and sends the same ballot again. */
    CUT_REPLY,
    /** Sends the same ballot sixteen times at once. */
    STORM,
    /** Answers, and later answers otherwise. */
    REVISION,
    /** Answers, takes it back, and answers again. */
    WITHDRAWAL,
    /** After the answers an older version arrives late; it is refused. */
    STALE,
    /** Somebody else tries a code that was never given; it is refused. */
    FORGED
}
