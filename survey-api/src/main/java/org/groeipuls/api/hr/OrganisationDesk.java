package org.groeipuls.api.hr;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.groeipuls.api.hr.OrganisationResource.NotKnown;
import org.groeipuls.api.hr.OrganisationResource.TeamInAnotherGroup;
import org.groeipuls.api.storage.Commands;
import org.groeipuls.organisation.Organisation;
import org.groeipuls.organisation.OrganisationTable;
import org.groeipuls.roster.PersonId;
import org.groeipuls.roster.TeamLeads;
import org.groeipuls.team.GroupCommand.DissolveGroup;
import org.groeipuls.team.GroupCommand.FormGroup;
import org.groeipuls.team.GroupId;
import org.groeipuls.team.TeamCommand.EstablishTeam;
import org.groeipuls.team.TeamId;
import org.groeipuls.team.UnitAboveItself;
import org.groeipuls.team.UnitCommand.EstablishUnit;
import org.groeipuls.team.UnitId;
import org.jspecify.annotations.Nullable;

/** Where HR says what units, teams and groups there are. Saying the same twice changes nothing. */
public final class OrganisationDesk {
    private final Commands commands;
    private final OrganisationTable organisation;
    private final TeamLeads leads;

    OrganisationDesk(Commands commands, OrganisationTable organisation, TeamLeads leads) {
        this.commands = commands;
        this.organisation = organisation;
        this.leads = leads;
    }

    /** As everything is now. */
    public Organisation read() {
        return organisation.read();
    }

    /**
     * Makes or changes a unit.
     *
     * @param size how many leads answer in it
     * @throws org.groeipuls.refusal.Refusal when a rule says no
     * @return whether it was there before
     */
    public boolean unit(UnitId unit, String name, @Nullable UnitId parent, int size) {
        var known = organisation.read();
        if (parent != null) {
            NotKnown.unless(known.unit(parent).isPresent(), "unit", parent.value());
            if (known.below(parent, unit)) {
                throw new UnitAboveItself(unit);
            }
        }
        commands.send(new EstablishUnit(unit, name, parent, size));
        return known.unit(unit).isPresent();
    }

    /**
     * Makes or changes a team.
     *
     * @param size people in it, without leads
     * @param wanted subjects of its leads; those it has when absent
     * @throws org.groeipuls.refusal.Refusal when a rule says no
     * @return whether it was there before
     */
    public boolean team(TeamId team, String name, UnitId unit, int size, @Nullable List<String> wanted) {
        var known = organisation.read();
        NotKnown.unless(known.unit(unit).isPresent(), "unit", unit.value());
        commands.send(new EstablishTeam(team, name, unit, size));
        if (wanted != null) {
            leads.put(team, new TreeSet<>(wanted).stream().map(PersonId::new).toList());
            commands.awaitDurable();
        }
        return known.team(team).isPresent();
    }

    /**
     * Combines teams; counts from the next pulse on.
     *
     * @throws org.groeipuls.refusal.Refusal when a rule says no
     * @return whether the group was there before
     */
    public boolean group(GroupId group, SortedSet<TeamId> teams) {
        var known = organisation.read();
        for (var team : teams) {
            NotKnown.unless(known.team(team).isPresent(), "team", team.value());
            for (var other : known.groups()) {
                if (!other.group().equals(group) && other.teams().contains(team)) {
                    throw new TeamInAnotherGroup(team, other.group());
                }
            }
        }
        commands.send(new FormGroup(group, teams, known.eligible(teams)));
        return known.groups().stream().anyMatch(other -> other.group().equals(group));
    }

    /** Takes a group apart; its teams are groups of their own from the next pulse on. */
    public void dissolve(GroupId group) {
        if (organisation.read().groups().stream()
                .anyMatch(known -> known.group().equals(group))) {
            commands.send(new DissolveGroup(group));
        }
    }
}
