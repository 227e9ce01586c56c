package org.groeipuls.pages.hr;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.groeipuls.organisation.Organisation;
import org.groeipuls.organisation.Organisation.KnownTeam;
import org.groeipuls.organisation.Organisation.KnownUnit;
import org.groeipuls.organisation.Reorganisations.KnownReorganisation;
import org.groeipuls.organisation.Reorganisations.State;
import org.groeipuls.pages.Words;
import org.groeipuls.team.OrganisationChange;
import org.groeipuls.team.OrganisationChange.Close;
import org.groeipuls.team.OrganisationChange.Merge;
import org.groeipuls.team.OrganisationChange.Move;
import org.groeipuls.team.OrganisationChange.NewTeam;
import org.groeipuls.team.OrganisationChange.Rename;
import org.groeipuls.team.OrganisationChange.Split;
import org.groeipuls.team.TeamId;
import org.groeipuls.team.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * A change of the organisation in words.
 *
 * @param planned whether it is still to come
 * @param hindrance why it could not be made as everything is now; empty when it could
 */
record ChangeLine(String id, String day, String what, String state, boolean planned, String hindrance) {
    /** @param hindrance what stands in the way of one, in words */
    static List<ChangeLine> all(
            List<KnownReorganisation> changes,
            Organisation now,
            Function<KnownReorganisation, String> hindrance,
            Words words) {
        return changes.reversed().stream()
                .map(one -> of(one, now, hindrance.apply(one), words))
                .toList();
    }

    private static ChangeLine of(KnownReorganisation one, Organisation now, String hindrance, Words words) {
        return new ChangeLine(
                one.reorganisation().value(),
                words.date(one.effectiveOn()),
                what(one.change(), now, words),
                words.text("hr.change.state." + one.state().word()),
                one.state() == State.PLANNED,
                hindrance);
    }

    /** In one sentence without its end. */
    static String what(OrganisationChange change, Organisation now, Words words) {
        return switch (change) {
            case Split split -> words.text("hr.change.split", name(split.team(), now), names(split.into()));
            case Merge merge ->
                words.text(
                        "hr.change.merge",
                        merge.teams().stream().map(team -> name(team, now)).collect(Collectors.joining(", ")),
                        merge.into().name());
            case Move move -> words.text("hr.change.move", name(move.team(), move.unit(), now), name(move.to(), now));
            case Rename rename ->
                words.text("hr.change.rename", name(rename.team(), rename.unit(), now), rename.name());
            case Close close -> words.text("hr.change.close", name(close.team(), close.unit(), now));
        };
    }

    private static String names(Collection<NewTeam> teams) {
        return teams.stream().map(NewTeam::name).collect(Collectors.joining(", "));
    }

    private static String name(@Nullable TeamId team, @Nullable UnitId unit, Organisation now) {
        return team != null ? name(team, now) : unit != null ? name(unit, now) : "";
    }

    private static String name(TeamId team, Organisation now) {
        return now.team(team).map(KnownTeam::name).orElse(team.value());
    }

    private static String name(UnitId unit, Organisation now) {
        return now.unit(unit).map(KnownUnit::name).orElse(unit.value());
    }
}
