package org.groeipuls.refusal;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A domain rule said no. Every refusal is a type of its own with a stable kebab-case code for machines and an English
 * message that says what to do; it carries no stack trace, because a refusal is an answer and not a defect.
 */
public abstract class Refusal extends RuntimeException {

    private static final Pattern KEBAB_CASE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    private final String code;

    /**
     * @param code stable kebab-case name, for example {@code pulse-already-closed}
     * @param message what was refused and what to do about it, without personal data or answers
     * @throws IllegalArgumentException if the code is not kebab-case
     */
    protected Refusal(String code, String message) {
        super(Objects.requireNonNull(message), null, false, false);
        if (!KEBAB_CASE.matcher(code).matches()) {
            throw new IllegalArgumentException(
                    "A refusal's code is kebab-case, such as 'pulse-already-closed': " + code);
        }
        this.code = code;
    }

    /** The stable kebab-case name by which clients may recognise this refusal. */
    public String code() {
        return code;
    }
}
