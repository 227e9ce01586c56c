package org.groeipuls.programme;

/**
 * Why a pulse does not come about, or not yet.
 *
 * @param code stable name of the rule in kebab-case; has words in every language
 * @param detail what is the matter and what to do, in English
 */
public record Reason(String code, String detail) {
    /** A holiday. */
    public static final Reason IN_A_BREAK =
            new Reason("in-a-break", "The opening, or most of the time until the close, lies in a break");

    /** After a change of the rule, or where a pulse was issued by hand. */
    public static final Reason TOO_SOON =
            new Reason("too-soon-after-last", "The last pulse opened less than 14 days before");

    /** The server did not run, or its clock jumped. */
    public static final Reason MISSED = new Reason(
            "issue-missed",
            "The pulse was not issued in time, because the server did not run; the next one comes as planned");
}
