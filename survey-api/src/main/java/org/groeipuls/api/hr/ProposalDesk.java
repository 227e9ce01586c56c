package org.groeipuls.api.hr;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.groeipuls.organisation.Organisation;
import org.groeipuls.organisation.Organisation.KnownGroup;
import org.groeipuls.organisation.Organisation.KnownTeam;
import org.groeipuls.organisation.OrganisationTable;
import org.groeipuls.roster.TeamLeads;
import org.groeipuls.team.Group;
import org.groeipuls.team.GroupId;
import org.groeipuls.team.GroupProposal;
import org.groeipuls.team.GroupProposal.Part;
import org.groeipuls.team.GroupProposal.Reason;
import org.groeipuls.team.TeamId;
import org.groeipuls.team.UnitId;
import org.jspecify.annotations.Nullable;

/** Which teams would go well together; HR decides. */
public final class ProposalDesk {
    private final OrganisationTable organisation;
    private final TeamLeads leads;

    ProposalDesk(OrganisationTable organisation, TeamLeads leads) {
        this.organisation = organisation;
        this.leads = leads;
    }

    /** All groups as they would be. */
    public record Proposal(List<ProposedGroup> groups) {}

    /**
     * @param group the id of a group that there is already; none when it would be new
     * @param eligible how many people, leads left out
     * @param reason as-it-is, same-lead or neighbours
     * @param warnings {@code group-smaller-than-advised}, or {@code group-too-small} when nobody is left to combine with
     */
    public record ProposedGroup(
            @Nullable GroupId group,
            SortedSet<TeamId> teams,
            UnitId unit,
            int eligible,
            String reason,
            List<String> warnings) {}

    /** Groups that exist are combined as a whole and never taken apart; a changed group starts a new line. */
    public Proposal propose() {
        var known = organisation.read();
        var leadersOf = leads.byTeam();
        Map<UnitId, UnitId> parents = new HashMap<>();
        known.units()
                .forEach(unit ->
                        Optional.ofNullable(unit.parent()).ifPresent(parent -> parents.put(unit.unit(), parent)));
        var parts = groups(known)
                .flatMap(group -> part(group, known, leadersOf).stream())
                .toList();
        return new Proposal(GroupProposal.of(parts, parents).stream()
                .map(part -> view(part, known))
                .toList());
    }

    private static Stream<KnownGroup> groups(Organisation known) {
        return known.teams().stream()
                .filter(team -> team.size() > 0)
                .flatMap(team -> known.groupOf(team.team()).stream())
                .distinct();
    }

    private static Optional<Part> part(KnownGroup group, Organisation known, Map<TeamId, SortedSet<String>> leadersOf) {
        var units = group.teams().stream()
                .flatMap(team -> known.team(team).stream())
                .map(KnownTeam::unit)
                .toList();
        var leaders = new TreeSet<String>();
        group.teams().forEach(team -> leaders.addAll(leadersOf.getOrDefault(team, new TreeSet<>())));
        return Placement.lowestAbove(units, known)
                .map(unit -> new Part(group.teams(), unit, leaders, known.eligible(group.teams()), Reason.AS_IT_IS));
    }

    private static ProposedGroup view(Part part, Organisation known) {
        var there = known.groupOf(part.teams().first())
                .filter(group -> group.teams().equals(part.teams()));
        return new ProposedGroup(
                there.map(KnownGroup::group).orElse(null),
                part.teams(),
                part.unit(),
                part.size(),
                part.reason().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                part.size() < Group.SMALLEST
                        ? List.of("group-too-small")
                        : part.size() < Group.ADVISED ? List.of("group-smaller-than-advised") : List.of());
    }
}
