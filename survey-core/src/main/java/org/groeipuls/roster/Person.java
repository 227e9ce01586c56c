package org.groeipuls.roster;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.groeipuls.team.TeamId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody of the organisation.
 *
 * @param name how colleagues know them, 1 to 100 characters; null where the list of people has no name
 * @param address where their mail goes
 * @param language {@code nl} or {@code en}
 * @param teams the one team that an employee is in, or the teams that a lead leads; empty for a lead without a team
 */
public record Person(
        PersonId id, @Nullable String name, String address, String language, Role role, SortedSet<TeamId> teams) {
    /** The most characters (code points) that a name has. */
    public static final int LONGEST_NAME = 100;

    /** Whether somebody answers in a team or, as its lead, in the unit above. */
    public enum Role {
        EMPLOYEE,
        LEAD
    }

    /** @throws IllegalArgumentException when an employee is not in exactly one team */
    public Person {
        teams = Collections.unmodifiableSortedSet(new TreeSet<>(teams));
        if (role == Role.EMPLOYEE && teams.size() != 1) {
            throw new IllegalArgumentException("An employee is in one team");
        }
    }

    public boolean lead() {
        return role == Role.LEAD;
    }

    /** The name, or the subject where there is none. */
    public String called() {
        return name == null ? id.subject() : name;
    }

    @Override
    public String toString() {
        return "Person[not shown]";
    }
}
