package org.groeipuls.pulse;

import java.util.List;
import java.util.SortedSet;
import org.groeipuls.team.GroupId;
import org.groeipuls.team.TeamId;
import org.groeipuls.team.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * A group as it was when the pulse was issued, and what it is asked.
 *
 * @param name what its people know it by
 * @param teams the teams in it; empty for a unit's own people (its leads)
 * @param unit the unit it stands in
 * @param eligible how many people may answer
 * @param items the form's items in the order in which they are asked
 * @param moves how many came and went since the group's last pulse; absent where only sizes are known, or at its first
 * @param origin which groups its people come from, where it is not made of the same teams as at its last pulse
 */
public record AskedGroup(
        GroupId group,
        String name,
        SortedSet<TeamId> teams,
        UnitId unit,
        int eligible,
        String form,
        List<String> items,
        @Nullable Moves moves,
        @Nullable Origin origin) {
    /** A group of which only the size is known. */
    public AskedGroup(
            GroupId group,
            String name,
            SortedSet<TeamId> teams,
            UnitId unit,
            int eligible,
            String form,
            List<String> items) {
        this(group, name, teams, unit, eligible, form, items, null, null);
    }

    /** A group that is made of the same teams as ever. */
    public AskedGroup(
            GroupId group,
            String name,
            SortedSet<TeamId> teams,
            UnitId unit,
            int eligible,
            String form,
            List<String> items,
            @Nullable Moves moves) {
        this(group, name, teams, unit, eligible, form, items, moves, null);
    }

    /**
     * Where the people of a group come from whose teams changed.
     *
     * @param same whether it is the same people as at its last pulse in teams of other names; its line goes on then
     * @param sameLeads whether the leads are those that all of its predecessors had
     * @param parts the groups that its teams, or those they came of, were last asked in
     */
    public record Origin(boolean same, boolean sameLeads, List<Part> parts) {}

    /**
     * A predecessor of a group.
     *
     * @param people how many of its people come from there, 0 or more
     */
    public record Part(GroupId group, int people) {}

    /**
     * How a group changed, as numbers.
     *
     * @param joined people who came
     * @param left people who went
     */
    public record Moves(int joined, int left) {}

    /**
     * Whether it is the same people as at its pulse before: an origin says it, and without one the teams do.
     *
     * @param before the teams that it was made of at that pulse
     */
    public boolean samePeopleAs(SortedSet<TeamId> before) {
        return samePeople(origin, before, teams);
    }

    /** The same for a group that is not asked yet. */
    public static boolean samePeople(@Nullable Origin origin, SortedSet<TeamId> before, SortedSet<TeamId> now) {
        return origin == null ? before.equals(now) : origin.same();
    }

    /** Whether these are the leads who answer in a unit, not a team's people. */
    public boolean ownPeople() {
        return teams.isEmpty();
    }

    /** The group that a unit's own people (its leads) answer in. */
    public static GroupId ownPeopleOf(UnitId unit) {
        return GroupId.ofLeads(unit);
    }
}
