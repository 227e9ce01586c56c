package org.groeipuls.api.hr;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.groeipuls.organisation.Organisation;
import org.groeipuls.organisation.Organisation.KnownTeam;
import org.groeipuls.organisation.Organisation.KnownUnit;
import org.groeipuls.refusal.Refusal;
import org.groeipuls.team.OrganisationChange;
import org.groeipuls.team.OrganisationChange.Close;
import org.groeipuls.team.OrganisationChange.Merge;
import org.groeipuls.team.OrganisationChange.Move;
import org.groeipuls.team.OrganisationChange.NewTeam;
import org.groeipuls.team.OrganisationChange.Rename;
import org.groeipuls.team.OrganisationChange.Split;
import org.groeipuls.team.TeamId;
import org.groeipuls.team.UnitAboveItself;
import org.groeipuls.team.UnitId;
import org.jspecify.annotations.Nullable;

/** What has to hold of the organisation for a change to be possible. */
final class ReorganisationRules extends Refusal {
    private static final long serialVersionUID = 1;

    private ReorganisationRules(Kind kind, String code, String message) {
        super(kind, code, message);
    }

    static ReorganisationRules kindUnknown(String kind) {
        return new ReorganisationRules(
                Kind.UNACCEPTABLE,
                "reorganisation-kind-unknown",
                "There is no change " + kind + "; a kind is split, merge, move, rename or close");
    }

    static ReorganisationRules incomplete(String field) {
        return new ReorganisationRules(
                Kind.UNACCEPTABLE,
                "reorganisation-incomplete",
                "A change of this kind needs " + field + "; send it along");
    }

    static KnownTeam team(TeamId team, Organisation known) {
        return known.team(team)
                .orElseThrow(() -> new ReorganisationRules(
                        Kind.UNACCEPTABLE, "team-unknown", "There is no team " + team.value() + "; make it first"));
    }

    private static void unit(UnitId unit, Organisation known) {
        if (known.unit(unit).isEmpty()) {
            throw new ReorganisationRules(
                    Kind.UNACCEPTABLE, "unit-unknown", "There is no unit " + unit.value() + "; make it first");
        }
    }

    static void check(OrganisationChange change, Organisation known) {
        switch (change) {
            case Split split -> {
                team(split.team(), known);
                becomesSeveral(split);
                for (var part : split.into()) {
                    isFree(part, Set.of(split.team()), known);
                }
            }
            case Merge merge -> {
                if (merge.teams().size() < 2) {
                    throw incomplete("two teams or more");
                }
                merge.teams().forEach(team -> team(team, known));
                isFree(merge.into(), merge.teams(), known);
            }
            case Move move -> {
                isThere(move.team(), move.unit(), known);
                unit(move.to(), known);
                if (move.unit() != null && known.below(move.to(), move.unit())) {
                    throw new UnitAboveItself(move.unit());
                }
            }
            case Rename rename -> isThere(rename.team(), rename.unit(), known);
            case Close close -> {
                isThere(close.team(), close.unit(), known);
                isEmpty(close, known);
            }
        }
    }

    /** Whether everything is as a change says that was made before, and not undone or changed again since. */
    static boolean holds(OrganisationChange change, Organisation known) {
        return switch (change) {
            case Split split -> became(Set.of(split.team()), split.into(), known);
            case Merge merge -> became(merge.teams(), List.of(merge.into()), known);
            case Move move -> above(move.team(), move.unit(), known).equals(Optional.of(move.to()));
            case Rename rename -> name(rename.team(), rename.unit(), known).equals(Optional.of(rename.name()));
            case Close close -> name(close.team(), close.unit(), known).isEmpty();
        };
    }

    private static boolean became(Set<TeamId> old, List<NewTeam> successors, Organisation known) {
        var ids = successors.stream().map(NewTeam::team).toList();
        return ids.stream().allMatch(team -> known.team(team).isPresent())
                && old.stream()
                        .allMatch(team -> ids.contains(team) || known.team(team).isEmpty());
    }

    private static Optional<String> name(@Nullable TeamId team, @Nullable UnitId unit, Organisation known) {
        return team != null
                ? known.team(team).map(KnownTeam::name)
                : Optional.ofNullable(unit).flatMap(known::unit).map(KnownUnit::name);
    }

    private static Optional<UnitId> above(@Nullable TeamId team, @Nullable UnitId unit, Organisation known) {
        return team != null
                ? known.team(team).map(KnownTeam::unit)
                : Optional.ofNullable(unit).flatMap(known::unit).map(KnownUnit::parent);
    }

    private static void becomesSeveral(Split split) {
        var ids = new HashSet<TeamId>();
        split.into().forEach(part -> ids.add(part.team()));
        if (ids.size() < 2 || ids.size() < split.into().size()) {
            throw new ReorganisationRules(
                    Kind.UNACCEPTABLE,
                    "split-into-one",
                    "A team is split into two teams or more with different ids; one of them may be the team itself");
        }
    }

    private static void isFree(NewTeam part, Set<TeamId> own, Organisation known) {
        unit(part.unit(), known);
        if (!own.contains(part.team()) && known.team(part.team()).isPresent()) {
            throw new ReorganisationRules(
                    Kind.CONFLICT,
                    "team-known",
                    "Team " + part.team().value() + " is there already; take another id, or merge with it");
        }
    }

    private static void isThere(@Nullable TeamId team, @Nullable UnitId unit, Organisation known) {
        if ((team == null) == (unit == null)) {
            throw incomplete("either team or unit");
        }
        if (team != null) {
            team(team, known);
        } else if (unit != null) {
            unit(unit, known);
        }
    }

    private static void isEmpty(Close close, Organisation known) {
        var unit = close.unit();
        if (unit != null
                && (known.teams().stream().anyMatch(team -> team.unit().equals(unit))
                        || known.units().stream().anyMatch(below -> unit.equals(below.parent())))) {
            throw new ReorganisationRules(
                    Kind.CONFLICT,
                    "unit-not-empty",
                    "Unit " + unit.value() + " has teams or units below it; move or close these first");
        }
        var team = close.team();
        if (team != null && team(team, known).size() > 0) {
            throw new ReorganisationRules(
                    Kind.CONFLICT,
                    "team-not-empty",
                    "Team " + team.value()
                            + " has people; merge it, or send a list of people in which nobody is in it");
        }
    }
}
