package org.groeipuls.refusal;

/**
 * A rule of the domain said no. Each rule has a subtype of its own, so that a search for it finds where it is decided;
 * the wire maps all of them in one place.
 */
public abstract class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** What kind of no it is, which decides the HTTP status. */
    public enum Kind {
        /** The request contradicts what is true now (409). */
        CONFLICT,
        /** The request itself cannot be granted as it stands (422). */
        UNACCEPTABLE,
        /** What is named does not exist, or not for the one who asks (404). */
        UNKNOWN
    }

    private final Kind kind;
    private final String code;

    /**
     * @param kind what kind of no it is
     * @param code stable name of the rule in kebab-case, part of the published interface
     * @param message what is wrong and what to do, in English; never holds an answer or a secret
     */
    protected Refusal(Kind kind, String code, String message) {
        super(message, null, false, false);
        this.kind = kind;
        this.code = code;
    }

    public Kind kind() {
        return kind;
    }

    public String code() {
        return code;
    }
}
