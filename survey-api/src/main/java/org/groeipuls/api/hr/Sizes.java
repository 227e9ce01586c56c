package org.groeipuls.api.hr;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.groeipuls.organisation.Organisation;
import org.groeipuls.organisation.Organisation.KnownTeam;
import org.groeipuls.organisation.Organisation.KnownUnit;
import org.groeipuls.roster.KeptSize;
import org.groeipuls.team.TeamCommand.EstablishTeam;
import org.groeipuls.team.TeamId;
import org.groeipuls.team.UnitCommand.EstablishUnit;
import org.groeipuls.team.UnitId;

/** Which teams and units get another size. */
public record Sizes(List<TeamSize> teams, List<UnitSize> units) {
    public record TeamSize(TeamId team, int before, int after) {}

    public record UnitSize(UnitId unit, int before, int after) {}

    private static Sizes of(Organisation organisation, ToIntFunction<KnownTeam> team, ToIntFunction<KnownUnit> unit) {
        return new Sizes(
                organisation.teams().stream()
                        .map(each -> new TeamSize(each.team(), each.size(), team.applyAsInt(each)))
                        .filter(size -> size.before() != size.after())
                        .toList(),
                organisation.units().stream()
                        .map(each -> new UnitSize(each.unit(), each.size(), unit.applyAsInt(each)))
                        .filter(size -> size.before() != size.after())
                        .toList());
    }

    /** As many as the list has in each. */
    static Sizes counted(Organisation organisation, Placement now) {
        return of(organisation, team -> now.size(team.team()), unit -> now.leads(unit.unit()));
    }

    /** As many as the list has, where it has more or fewer than before; the others stay, also those set by hand. */
    static Sizes moved(Organisation organisation, Placement before, Placement now) {
        return of(
                organisation,
                team -> before.size(team.team()) == now.size(team.team()) ? team.size() : now.size(team.team()),
                unit -> before.leads(unit.unit()) == now.leads(unit.unit()) ? unit.size() : now.leads(unit.unit()));
    }

    /** What they were before an import; what was not there then stays. */
    static Sizes restored(Organisation organisation, List<KeptSize> kept, Placement now) {
        return of(
                organisation,
                team -> restored(kept, true, team.team().value(), team.size(), now.size(team.team())),
                unit -> restored(kept, false, unit.unit().value(), unit.size(), now.leads(unit.unit())));
    }

    private static int restored(List<KeptSize> kept, boolean team, String id, int current, int counted) {
        return kept.stream()
                .filter(size -> size.team() == team && size.id().equals(id))
                .findFirst()
                .map(size -> size.counted() ? counted : size.size())
                .orElse(current);
    }

    /** What is kept of all sizes before they change. */
    static List<KeptSize> kept(Organisation organisation, Placement placement) {
        List<KeptSize> kept = new ArrayList<>();
        organisation
                .teams()
                .forEach(team -> kept.add(new KeptSize(
                        true, team.team().value(), team.size(), team.size() == placement.size(team.team()))));
        organisation
                .units()
                .forEach(unit -> kept.add(new KeptSize(
                        false, unit.unit().value(), unit.size(), unit.size() == placement.leads(unit.unit()))));
        return kept;
    }

    boolean same() {
        return teams.isEmpty() && units.isEmpty();
    }

    /** The commands by which history follows: sizes, and nobody's name. */
    List<Object> orders(Organisation organisation) {
        Stream<Object> established = Stream.concat(
                teams.stream().map(size -> order(organisation.team(size.team()).orElseThrow(), size.after())),
                units.stream().map(size -> order(organisation.unit(size.unit()).orElseThrow(), size.after())));
        return established.toList();
    }

    private static EstablishTeam order(KnownTeam team, int size) {
        return new EstablishTeam(team.team(), team.name(), team.unit(), size);
    }

    private static EstablishUnit order(KnownUnit unit, int size) {
        return new EstablishUnit(unit.unit(), unit.name(), unit.parent(), size);
    }
}
