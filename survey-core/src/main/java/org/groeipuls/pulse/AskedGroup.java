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
 */
public record AskedGroup(
        GroupId group,
        String name,
        SortedSet<TeamId> teams,
        UnitId unit,
        int eligible,
        String form,
        List<String> items,
        @Nullable Moves moves) {
    /** A group of which only the size is known. */
    public AskedGroup(
            GroupId group,
            String name,
            SortedSet<TeamId> teams,
            UnitId unit,
            int eligible,
            String form,
            List<String> items) {
        this(group, name, teams, unit, eligible, form, items, null);
    }

    /**
     * How a group changed, as numbers.
     *
     * @param joined people who came
     * @param left people who went
     */
    public record Moves(int joined, int left) {}

    /** Whether these are the leads who answer in a unit, not a team's people. */
    public boolean ownPeople() {
        return teams.isEmpty();
    }

    /** The group that a unit's own people (its leads) answer in. */
    public static GroupId ownPeopleOf(UnitId unit) {
        return GroupId.ofLeads(unit);
    }
}
