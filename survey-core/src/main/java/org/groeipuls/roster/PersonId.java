package org.groeipuls.roster;

/**
 * A person as the organisation's sign-in knows them.
 *
 * @param subject the subject of their token; 1 to 200 characters
 */
public record PersonId(String subject) {
    /** @throws IllegalArgumentException when the subject is empty or too long */
    public PersonId {
        if (subject.isBlank() || subject.length() > 200) {
            throw new IllegalArgumentException("A subject has 1 to 200 characters");
        }
    }
}
