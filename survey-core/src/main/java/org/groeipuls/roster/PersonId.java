package org.groeipuls.roster;

/**
 * A person as the organisation's sign-in knows them.
 *
 * @param subject the subject of their token; 1 to 200 characters
 */
public record PersonId(String subject) implements Comparable<PersonId> {
    /** The most characters that a subject has. */
    public static final int LONGEST = 200;

    /** @throws IllegalArgumentException when the subject is empty or too long */
    public PersonId {
        if (subject.isBlank() || subject.length() > LONGEST) {
            throw new IllegalArgumentException("A subject has 1 to " + LONGEST + " characters");
        }
    }

    @Override
    public int compareTo(PersonId other) {
        return subject.compareTo(other.subject);
    }
}
