package org.groeipuls.api.hr;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.groeipuls.organisation.Organisation;
import org.groeipuls.organisation.Organisation.KnownGroup;
import org.groeipuls.organisation.Organisation.KnownTeam;
import org.groeipuls.organisation.Organisation.KnownUnit;
import org.groeipuls.team.Descent;
import org.groeipuls.team.Group;
import org.groeipuls.team.GroupCommand.DissolveGroup;
import org.groeipuls.team.GroupCommand.FormGroup;
import org.groeipuls.team.GroupId;
import org.groeipuls.team.OrganisationChange;
import org.groeipuls.team.OrganisationChange.Close;
import org.groeipuls.team.OrganisationChange.Merge;
import org.groeipuls.team.OrganisationChange.Move;
import org.groeipuls.team.OrganisationChange.NewTeam;
import org.groeipuls.team.OrganisationChange.Rename;
import org.groeipuls.team.OrganisationChange.Split;
import org.groeipuls.team.TeamCommand.CloseTeam;
import org.groeipuls.team.TeamCommand.EstablishTeam;
import org.groeipuls.team.TeamId;
import org.groeipuls.team.UnitCommand.CloseUnit;
import org.groeipuls.team.UnitCommand.EstablishUnit;

/**
 * What a change of the organisation brings with it. Teams that come of others take their place in the group that the most
 * people of them stand in; a group that becomes too small for a pulse is dissolved, and HR forms others.
 */
public final class Consequences {
    private final Organisation before;
    private final LocalDate effectiveOn;
    private final SortedMap<TeamId, KnownTeam> teams = new TreeMap<>();
    private final SortedMap<TeamId, SortedSet<TeamId>> became = new TreeMap<>();
    private final List<Object> orders = new ArrayList<>();
    private final List<Descent> descents = new ArrayList<>();
    private final List<GroupChange> groups = new ArrayList<>();

    /**
     * What happens to a group.
     *
     * @param after its teams; none when it is dissolved
     */
    public record GroupChange(
            GroupId group, SortedSet<TeamId> before, SortedSet<TeamId> after, int eligible, List<String> warnings) {}

    private Consequences(Organisation before, LocalDate effectiveOn) {
        this.before = before;
        this.effectiveOn = effectiveOn;
        before.teams().forEach(team -> teams.put(team.team(), team));
    }

    /** Those of a change that was made before. */
    static Consequences none(Organisation known) {
        return new Consequences(known, LocalDate.MIN);
    }

    static Consequences of(OrganisationChange change, Organisation before, LocalDate effectiveOn) {
        var consequences = new Consequences(before, effectiveOn);
        switch (change) {
            case Split split -> consequences.split(split);
            case Merge merge -> consequences.merge(merge);
            case Move move -> consequences.move(move);
            case Rename rename -> consequences.rename(rename);
            case Close close -> consequences.close(close);
        }
        before.groups().forEach(consequences::regroup);
        return consequences;
    }

    /** The commands by which history follows, in their order. */
    List<Object> orders() {
        return List.copyOf(orders);
    }

    /** Who comes from where. */
    List<Descent> descents() {
        return List.copyOf(descents);
    }

    /** The groups that change. */
    public List<GroupChange> groups() {
        return List.copyOf(groups);
    }

    /** For each team that is there no more those that came of it. */
    public SortedMap<TeamId, SortedSet<TeamId>> became() {
        return became;
    }

    private void split(Split split) {
        replace(new TreeSet<>(List.of(split.team())), split.into());
        split.into().forEach(part -> descents.add(new Descent(split.team(), part.team(), part.size())));
    }

    private void merge(Merge merge) {
        merge.teams()
                .forEach(team -> descents.add(new Descent(
                        team,
                        merge.into().team(),
                        before.team(team).orElseThrow().size())));
        replace(merge.teams(), List.of(merge.into()));
    }

    private void replace(SortedSet<TeamId> old, List<NewTeam> successors) {
        var ids = new TreeSet<>(successors.stream().map(NewTeam::team).toList());
        for (var successor : successors) {
            establish(new KnownTeam(successor.team(), successor.name(), successor.unit(), successor.size()));
        }
        for (var team : old) {
            if (!ids.contains(team)) {
                close(team);
            }
            became.put(team, ids);
        }
    }

    private void establish(KnownTeam team) {
        teams.put(team.team(), team);
        orders.add(new EstablishTeam(team.team(), team.name(), team.unit(), team.size(), effectiveOn));
    }

    private void close(TeamId team) {
        teams.remove(team);
        orders.add(new CloseTeam(team, effectiveOn));
    }

    private void move(Move move) {
        var team = move.team();
        if (team != null) {
            var known = before.team(team).orElseThrow();
            establish(new KnownTeam(team, known.name(), move.to(), known.size()));
        } else if (move.unit() != null) {
            var known = before.unit(move.unit()).orElseThrow();
            establish(new KnownUnit(known.unit(), known.name(), move.to(), known.size()));
        }
    }

    private void rename(Rename rename) {
        var team = rename.team();
        if (team != null) {
            var known = before.team(team).orElseThrow();
            establish(new KnownTeam(team, rename.name(), known.unit(), known.size()));
        } else if (rename.unit() != null) {
            var known = before.unit(rename.unit()).orElseThrow();
            establish(new KnownUnit(known.unit(), rename.name(), known.parent(), known.size()));
        }
    }

    private void establish(KnownUnit unit) {
        orders.add(new EstablishUnit(unit.unit(), unit.name(), unit.parent(), unit.size(), effectiveOn));
    }

    private void close(Close close) {
        var team = close.team();
        if (team != null) {
            close(team);
            became.put(team, new TreeSet<>());
        } else if (close.unit() != null) {
            orders.add(new CloseUnit(close.unit(), effectiveOn));
        }
    }

    private void regroup(KnownGroup group) {
        SortedSet<TeamId> after = new TreeSet<>();
        for (var team : group.teams()) {
            if (!became.containsKey(team)) {
                after.add(team);
            } else if (home(team).equals(group.group())) {
                after.addAll(became.get(team));
            }
        }
        if (!after.equals(group.teams())) {
            regroup(group, after);
        } else if (after.stream().anyMatch(team -> !before.team(team).equals(Optional.ofNullable(teams.get(team))))) {
            groups.add(new GroupChange(group.group(), group.teams(), after, eligible(after), warnings(after)));
        }
    }

    private void regroup(KnownGroup group, SortedSet<TeamId> after) {
        int eligible = eligible(after);
        if (eligible < Group.SMALLEST) {
            orders.add(new DissolveGroup(group.group()));
            groups.add(new GroupChange(
                    group.group(), group.teams(), new TreeSet<>(), eligible, List.of("group-dissolved")));
        } else {
            orders.add(new FormGroup(group.group(), after, eligible));
            groups.add(new GroupChange(group.group(), group.teams(), after, eligible, warnings(after)));
        }
    }

    private List<String> warnings(SortedSet<TeamId> after) {
        return eligible(after) < Group.ADVISED ? List.of("group-smaller-than-advised") : List.of();
    }

    /** The group that what came of a team stands in: of those that its predecessors stand in the one with most of their people. */
    private GroupId home(TeamId team) {
        var siblings = became.entrySet().stream()
                .filter(other -> other.getValue().equals(became.get(team)))
                .map(Map.Entry::getKey)
                .toList();
        return before.groups().stream()
                .filter(group -> siblings.stream().anyMatch(group.teams()::contains))
                .max(Comparator.comparingInt((KnownGroup group) -> siblings.stream()
                                .filter(group.teams()::contains)
                                .mapToInt(sibling ->
                                        before.team(sibling).orElseThrow().size())
                                .sum())
                        .thenComparing(KnownGroup::group, Comparator.reverseOrder()))
                .map(KnownGroup::group)
                .orElseThrow();
    }

    private int eligible(SortedSet<TeamId> members) {
        return teams.values().stream()
                .filter(team -> members.contains(team.team()))
                .mapToInt(KnownTeam::size)
                .sum();
    }

    /** The teams that stand alone now and are too few to be asked. */
    public List<TeamId> tooSmallAlone() {
        var grouped = new TreeSet<TeamId>();
        before.groups().forEach(group -> grouped.addAll(group.teams()));
        groups.forEach(change -> {
            grouped.removeAll(change.before());
            grouped.addAll(change.after());
        });
        return teams.values().stream()
                .filter(team -> !grouped.contains(team.team()) && team.size() < Group.SMALLEST)
                .map(KnownTeam::team)
                .toList();
    }
}
