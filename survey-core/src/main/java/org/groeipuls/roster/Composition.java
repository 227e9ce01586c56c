package org.groeipuls.roster;

import java.util.Set;
import java.util.SortedSet;

/**
 * Who was in a group at its last pulse, as far as the roster still knows them.
 *
 * @param people those who are still in the roster, wherever they are now
 * @param gone how many were erased from the roster since
 */
public record Composition(Set<PersonId> people, int gone) {
    public Composition {
        people = Set.copyOf(people);
    }

    /** How many of these people are new. */
    public int joined(SortedSet<PersonId> now) {
        return (int) now.stream().filter(person -> !people.contains(person)).count();
    }

    /** How many are not among these people any more. */
    public int left(SortedSet<PersonId> now) {
        return gone
                + (int) people.stream().filter(person -> !now.contains(person)).count();
    }

    @Override
    public String toString() {
        return "Composition[" + people.size() + " people and " + gone + " gone, not shown]";
    }
}
