package org.groeipuls.api.security;

import org.groeipuls.organisation.Organisation;
import org.groeipuls.roster.TeamLeads;
import org.groeipuls.team.UnitId;

/** Whether a unit has so many leads that others than they and their groups may see something of it (anonymity, R10). */
public final class UnitLeads {
    private static final int LEAST = 3;

    private final TeamLeads leads;

    public UnitLeads(TeamLeads leads) {
        this.leads = leads;
    }

    /** Whether at least three people lead teams in the unit or below it; one who leads three is one. */
    public boolean enoughIn(UnitId unit, Organisation now) {
        return leads.byTeam().entrySet().stream()
                        .filter(team -> now.team(team.getKey())
                                .filter(known -> now.below(known.unit(), unit))
                                .isPresent())
                        .flatMap(team -> team.getValue().stream())
                        .distinct()
                        .count()
                >= LEAST;
    }
}
