package org.groeipuls.api.security;

import java.util.SortedSet;
import java.util.TreeSet;
import org.groeipuls.roster.People;
import org.groeipuls.roster.Person;
import org.groeipuls.roster.PersonId;
import org.groeipuls.team.TeamId;
import org.springframework.security.core.Authentication;

/** Asks the roster in which team somebody answers. */
public final class Membership {
    private final People people;

    public Membership(People people) {
        this.people = people;
    }

    /** The team of an employee; none for leads, and for whoever stands in no roster. */
    public SortedSet<TeamId> teamsOf(Authentication who) {
        var name = who.getName();
        if (!Role.EMPLOYEE.heldBy(who) || name.isBlank() || name.length() > PersonId.LONGEST) {
            return new TreeSet<>();
        }
        return people.find(new PersonId(name))
                .filter(person -> !person.lead())
                .map(Person::teams)
                .orElseGet(TreeSet::new);
    }
}
