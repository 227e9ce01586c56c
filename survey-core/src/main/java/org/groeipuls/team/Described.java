package org.groeipuls.team;

import org.groeipuls.refusal.Refusal;

/** What holds for the description of every unit and team: a name people can read, a size that can be. */
public final class Described extends Refusal {
    private static final long serialVersionUID = 1;
    private static final int LONGEST_NAME = 120;
    private static final int LARGEST = 1_000_000;

    private Described(String code, String message) {
        super(Kind.UNACCEPTABLE, code, message);
    }

    static void check(String name, int size) {
        if (name.isBlank() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw new Described(
                    "name-not-allowed", "A name has 1 to " + LONGEST_NAME + " characters and no control characters");
        }
        if (size < 0 || size > LARGEST) {
            throw new Described("size-not-allowed", "A size is a whole number from 0 to " + LARGEST);
        }
    }
}
