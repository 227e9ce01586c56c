package org.groeipuls.refusal;

import java.util.regex.Pattern;

/** An id has characters or a length that ids here do not have. */
public final class IdNotAllowed extends Refusal {
    private static final long serialVersionUID = 1;
    private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    private IdNotAllowed(String kind) {
        super(
                Kind.UNACCEPTABLE,
                "id-not-allowed",
                "A " + kind
                        + " id has 1 to 64 of the characters A-Z a-z 0-9 . _ - and starts with a letter or a digit");
    }

    /** Gives {@code value} back, or throws when it cannot be the id of a {@code kind}. */
    public static String check(String kind, String value) {
        if (!ALLOWED.matcher(value).matches()) {
            throw new IdNotAllowed(kind);
        }
        return value;
    }
}
