package org.groeipuls.api.hr;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.groeipuls.agenda.PulseAgenda;
import org.groeipuls.anonymity.PulseKeys;
import org.groeipuls.instrument.Form;
import org.groeipuls.instrument.Instrument;
import org.groeipuls.organisation.Organisation;
import org.groeipuls.organisation.Organisation.KnownGroup;
import org.groeipuls.organisation.Organisation.KnownUnit;
import org.groeipuls.organisation.Origins;
import org.groeipuls.pulse.AskedGroup;
import org.groeipuls.pulse.AskedGroup.Origin;
import org.groeipuls.pulse.AskedUnit;
import org.groeipuls.pulse.FrozenKeys;
import org.groeipuls.pulse.OpenText;
import org.groeipuls.pulse.OpenText.TextUnit;
import org.groeipuls.pulse.PulseCommand.IssuePulse;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.pulse.PulseNotIssuable;
import org.groeipuls.pulse.TextUnits;
import org.groeipuls.pulse.TicketMode;
import org.groeipuls.team.GroupId;
import org.groeipuls.team.TeamId;
import org.groeipuls.team.UnitId;
import org.jspecify.annotations.Nullable;

/** Turns what HR asks for into the order to issue a pulse: who is asked what, as the organisation is now. */
final class Issuing {
    private final PulseId pulse;
    private final PulseRequest request;
    private final Organisation organisation;
    private final Instrument instrument;
    private final PulseAgenda agenda;
    private final Headcount headcount;
    private final Origins origins;
    private final Forms forms;

    /** @param forms which form each group is asked */
    Issuing(
            PulseId pulse,
            PulseRequest request,
            Forms forms,
            Organisation organisation,
            Instrument instrument,
            PulseAgenda agenda,
            Headcount headcount,
            Origins origins) {
        this.pulse = pulse;
        this.request = request;
        this.organisation = organisation;
        this.instrument = instrument;
        this.agenda = agenda;
        this.headcount = headcount;
        this.origins = origins;
        this.forms = forms;
    }

    /** The groups that are asked, those of leads included. */
    List<GroupId> groups() {
        return askedGroups().stream().map(AskedGroup::group).toList();
    }

    /** The teams of each group that is asked, leads left out. */
    SortedMap<GroupId, SortedSet<TeamId>> teams() {
        SortedMap<GroupId, SortedSet<TeamId>> teams = new TreeMap<>();
        askedGroups().stream()
                .filter(group -> !group.ownPeople())
                .forEach(group -> teams.put(group.group(), group.teams()));
        return teams;
    }

    /** Which keys the pulse needs before it can be ordered. */
    PulseKeys.Needed needed(Optional<byte[]> council) {
        var tickets = new TreeSet<String>();
        if (request.rules().tickets() == TicketMode.BLIND) {
            askedGroups().forEach(group -> tickets.add(group.group().value()));
        }
        return new PulseKeys.Needed(tickets, council);
    }

    /** Which keys its text box needs; empty when nobody is asked to write. */
    Optional<PulseKeys.Needed> neededForTexts(Optional<byte[]> council) {
        var units = textUnits(askedGroups());
        var tickets = new TreeSet<String>();
        if (request.rules().tickets() == TicketMode.BLIND) {
            units.forEach(unit -> tickets.add(unit.unit().value()));
        }
        return units.isEmpty() ? Optional.empty() : Optional.of(new PulseKeys.Needed(tickets, council));
    }

    private List<TextUnit> textUnits(List<AskedGroup> groups) {
        var open = instrument.forms().stream()
                .filter(Form::openQuestion)
                .map(Form::name)
                .toList();
        var writing =
                groups.stream().filter(group -> open.contains(group.form())).toList();
        return request.asksToWrite() ? TextUnits.of(unitsAround(groups), writing) : List.of();
    }

    /**
     * @param textKeys the keys of its text box; empty when nobody is asked to write
     * @param roster the commitment to who is asked; none with personal links
     * @param zone by whose calendar days between openings are counted; none: in hours
     */
    IssuePulse order(
            PulseKeys.Established keys,
            Optional<PulseKeys.Established> textKeys,
            @Nullable String roster,
            boolean demonstration,
            @Nullable ZoneId zone,
            Instant now) {
        var groups = askedGroups();
        return new IssuePulse(
                pulse,
                instrument.key(),
                request.rules(),
                request.dates(),
                unitsAround(groups),
                groups,
                Freezing.keys(keys, groups),
                request.agreement(),
                previousOpenings(groups),
                demonstration,
                roster,
                textKeys.map(texts -> Freezing.texts(texts, textUnits(groups), request.textRetention()))
                        .orElse(null),
                zone,
                now);
    }

    /** As {@link #order} without keys and without a commitment, to be looked at only. */
    IssuePulse draft(boolean demonstration, Instant now) {
        var groups = askedGroups();
        var units = textUnits(groups);
        return new IssuePulse(
                pulse,
                instrument.key(),
                request.rules(),
                request.dates(),
                unitsAround(groups),
                groups,
                new FrozenKeys("", "", "", "", new TreeMap<>()),
                request.agreement(),
                previousOpenings(groups),
                demonstration,
                null,
                units.isEmpty() ? null : new OpenText("", "", "", "", units, request.textRetention()),
                null,
                now);
    }

    private List<AskedGroup> askedGroups() {
        List<AskedGroup> asked = new ArrayList<>();
        for (var id : request.groups()) {
            var group = organisation
                    .group(id)
                    .orElseThrow(() -> new PulseNotIssuable(
                            "group-unknown",
                            "There is no group " + id.value()
                                    + "; a team that stands in a group is asked by that group's id"));
            asked.add(asked(group));
        }
        if (request.asksLeads()) {
            asked.addAll(groupsOfLeads(asked));
        }
        asked.sort(Comparator.comparing(AskedGroup::group));
        return asked;
    }

    /** A lead who would answer alone is not asked: the ballot of a group of one is that of a known person. */
    private List<AskedGroup> groupsOfLeads(List<AskedGroup> asked) {
        Set<UnitId> units = new HashSet<>();
        asked.forEach(group -> units.addAll(organisation.upwards(group.unit())));
        return organisation.units().stream()
                .filter(unit -> headcount.of(AskedGroup.ownPeopleOf(unit.unit())) > 1 && units.contains(unit.unit()))
                .map(this::ownPeople)
                .toList();
    }

    private AskedGroup asked(KnownGroup group) {
        var unit = lowestUnitOf(group);
        var form = form(group.group(), unit);
        return new AskedGroup(
                group.group(),
                group.teams().stream()
                        .flatMap(team -> organisation.team(team).stream())
                        .map(Organisation.KnownTeam::name)
                        .collect(Collectors.joining(", ")),
                group.teams(),
                unit,
                headcount.of(group.group()),
                form.name(),
                form.items(),
                headcount.moves(group.group()).orElse(null),
                origin(group));
    }

    /** As it was frozen, when the pulse was issued before. */
    private @Nullable Origin origin(KnownGroup group) {
        var before = agenda.find(pulse);
        return before.isPresent()
                ? before.get().issued().groups().stream()
                        .filter(asked -> asked.group().equals(group.group()))
                        .findFirst()
                        .map(AskedGroup::origin)
                        .orElse(null)
                : origins.of(group).orElse(null);
    }

    private AskedGroup ownPeople(KnownUnit unit) {
        var group = AskedGroup.ownPeopleOf(unit.unit());
        var form = form(group, unit.unit());
        return new AskedGroup(
                group,
                unit.name(),
                new TreeSet<>(),
                unit.unit(),
                headcount.of(group),
                form.name(),
                form.items(),
                headcount.moves(group).orElse(null));
    }

    /** The lowest unit that has all of a group's teams. */
    private UnitId lowestUnitOf(KnownGroup group) {
        var units = group.teams().stream()
                .flatMap(team -> organisation.team(team).stream())
                .map(Organisation.KnownTeam::unit)
                .toList();
        return Placement.lowestAbove(units, organisation)
                .orElseThrow(() -> new PulseNotIssuable(
                        "group-without-unit",
                        "The teams of group " + group.group().value() + " have no unit above them in common"));
    }

    private Form form(GroupId group, UnitId unit) {
        String wanted = forms.of(group, unit);
        return instrument.forms().stream()
                .filter(form -> form.name().equals(wanted) && form.audience() == Form.Audience.GROUP)
                .findFirst()
                .orElseThrow(() -> new PulseNotIssuable(
                        "form-unknown", "Instrument " + instrument.key() + " has no form " + wanted + " for groups"));
    }

    private List<AskedUnit> unitsAround(List<AskedGroup> groups) {
        Set<UnitId> units = new TreeSet<>();
        groups.forEach(group -> units.addAll(organisation.upwards(group.unit())));
        return units.stream()
                .flatMap(id -> organisation.unit(id).stream())
                .map(unit -> new AskedUnit(unit.unit(), unit.name(), unit.parent()))
                .toList();
    }

    private SortedMap<GroupId, Instant> previousOpenings(List<AskedGroup> groups) {
        var all = agenda.lastOpenings(pulse);
        var openings = new TreeMap<GroupId, Instant>(all);
        openings.keySet().retainAll(groups.stream().map(AskedGroup::group).toList());
        groups.forEach(asked -> organisation
                .group(asked.group())
                .flatMap(group -> origins.lastOpening(group, all))
                .ifPresent(opened -> openings.put(asked.group(), opened)));
        return openings;
    }
}
