package org.groeipuls.refusal;

import java.util.regex.Pattern;

/** An id has characters or a length that ids here do not have. */
public final class IdNotAllowed extends Refusal {
    private static final long serialVersionUID = 1;
    private static final int LONGEST = 64;
    private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

    private IdNotAllowed(String kind, int longest) {
        super(
                Kind.UNACCEPTABLE,
                "id-not-allowed",
                "A " + kind + " id has 1 to " + longest
                        + " of the characters A-Z a-z 0-9 . _ - and starts with a letter or a digit");
    }

    /** Gives {@code value} back, or throws when it cannot be the id of a {@code kind}. */
    public static String check(String kind, String value) {
        return check(kind, value, LONGEST);
    }

    /** As {@link #check(String, String)}, for ids of at most {@code longest} characters. */
    public static String check(String kind, String value, int longest) {
        if (value.length() > longest || !ALLOWED.matcher(value).matches()) {
            throw new IdNotAllowed(kind, longest);
        }
        return value;
    }
}
