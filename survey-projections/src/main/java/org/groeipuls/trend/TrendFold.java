package org.groeipuls.trend;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.groeipuls.agenda.KnownPulse;
import org.groeipuls.instrument.AboutLeaders;
import org.groeipuls.instrument.InstrumentKey;
import org.groeipuls.pulse.AskedGroup;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.release.ItemFigures;
import org.groeipuls.release.ReleaseEvent.BlockReleased;
import org.groeipuls.release.ReleaseEvent.CountPublished;
import org.groeipuls.release.Withheld;
import org.groeipuls.rule.ScoringRule;
import org.groeipuls.scoring.Calibration;
import org.groeipuls.scoring.Line;
import org.groeipuls.team.GroupId;
import org.groeipuls.trend.TrendPoint.MergedValue;
import org.groeipuls.trend.TrendPoint.Shown;
import org.groeipuls.trend.TrendRow.Begun;
import org.jspecify.annotations.Nullable;

/**
 * History as lines: what each release does to the trends of the groups in it. A group without figures of its own gets a
 * gap; a block's value never enters the line of a group in it. What stands in a trend stays: an event that comes again
 * changes nothing.
 */
final class TrendFold {
    private final Formulas formulas;
    private final Map<Keyed, Scales> scales = new ConcurrentHashMap<>();

    private record Keyed(InstrumentKey instrument, SortedSet<String> turned) {}

    TrendFold(Formulas formulas) {
        this.formulas = formulas;
    }

    /**
     * A pulse that was counted.
     *
     * @param measure the rule that its values are computed by; absent for the built-in one
     * @param calibration version of the constants that they are computed with
     */
    private record Asked(
            KnownPulse pulse,
            CountPublished count,
            @Nullable String measure,
            String calibration) {
        Stream<AskedGroup> groups(Collection<GroupId> some) {
            return pulse.issued().groups().stream().filter(group -> some.contains(group.group()));
        }
    }

    private Asked asked(KnownPulse pulse, CountPublished count) {
        return new Asked(
                pulse,
                count,
                formulas.rule(pulse).measure(),
                formulas.wanted().version(count.calibration()).version());
    }

    void on(CountPublished event, TrendRows table) {
        var pulse = formulas.pulses().apply(event.pulse());
        var asked = asked(pulse, event);
        var known = scales(event.instrument(), formulas.rule(pulse));
        for (var outline : event.blocks()) {
            if (!outline.released() || outline.groups().size() > 1) {
                var reason = outline.released() ? Withheld.MERGED : Withheld.TOO_FEW_ANSWERS;
                asked.groups(outline.groups()).forEach(group -> gap(asked, reason, group, known, table));
            }
        }
    }

    private static void gap(Asked asked, Withheld reason, AskedGroup group, Scales known, TrendRows table) {
        for (var construct : known.among(group.items())) {
            if (table.find(group.group(), construct, asked.count().pulse()).isEmpty()) {
                var begun = begin(asked, group, construct, table);
                table.add(
                        TrendRow.of(group, construct, begun, begun.point().gap(reason, null), null, null, null, null));
            }
        }
    }

    void on(BlockReleased event, TrendRows table) {
        var pulse = formulas.pulses().apply(event.pulse());
        var asked = asked(pulse, Objects.requireNonNull(pulse.count()));
        var scoring = formulas.scoring(pulse, asked.count().calibration());
        var known = scales(pulse.issued().instrument(), scoring.rule());
        var disclosure = pulse.issued().rules().disclosure();
        var items = event.items().stream().map(ItemFigures::item).toList();
        for (var construct : known.among(items)) {
            var value = ScaleValue.of(event, disclosure, known, construct, scoring);
            if (event.groups().size() == 1) {
                var figures = known.of(event, construct);
                own(event, asked, construct, figures, value, scoring.wanted(), table);
            } else if (!AboutLeaders.include(construct)) { // people of merged blocks have different leaders (R3)
                value.ifPresent(found -> merged(event, construct, found, table));
            }
        }
    }

    private static void own(
            BlockReleased event,
            Asked asked,
            String construct,
            List<ItemFigures> figures,
            Optional<ScaleValue> value,
            Calibration calibration,
            TrendRows table) {
        var group = asked.groups(event.groups()).findFirst().orElseThrow();
        if (table.find(group.group(), construct, event.pulse()).isPresent()) {
            return;
        }
        var begun = begin(asked, group, construct, table);
        var number = begun.point().line();
        var line = value.map(scale -> table.state(group.group(), construct, number)
                .orElseGet(() ->
                        Predecessors.of(group.group(), begun, construct, table).start(calibration))
                .next(scale.value(), scale.noise(), begun.point().ordinal(), calibration.q()));
        var step = Participation.of(event.n(), event.eligible());
        var shown = value.map(scale -> shown(scale, line.orElseThrow(), scale.heard(figures, event.eligible())));
        int answered = Math.min(event.n(), group.eligible());
        var fall = fall(begun.latest(), event.pulse(), answered, group);
        var point = begun.point().released(step, fall.told(), figures, shown.orElse(null));
        var measured = value.map(
                scale -> new TrendRow.Measured(scale.noise(), calibration.q(), share(event.n(), event.eligible())));
        table.add(TrendRow.of(
                group,
                construct,
                begun,
                point,
                line.orElse(null),
                measured.orElse(null),
                answered,
                fall.askedBefore()));
    }

    private static Fall fall(@Nullable TrendRow latest, PulseId pulse, int answered, AskedGroup group) {
        return latest != null && latest.point().pulse().equals(pulse)
                ? new Fall(latest.point().fewer(), latest.askedBefore())
                : Fall.of(latest, answered, group);
    }

    /** Groups can have lost people since they were asked. */
    private static double share(int n, int eligible) {
        return Math.min(1, (double) n / eligible);
    }

    private static Shown shown(ScaleValue scale, Line line, Participation heard) {
        return new Shown(scale.n(), scale.value(), scale.range(), line.m(), line.band(), heard);
    }

    private static void merged(BlockReleased event, String construct, ScaleValue value, TrendRows table) {
        var apart = new MergedValue(event.groups(), value.n(), value.value(), value.range());
        for (var group : event.groups()) {
            table.find(group, construct, event.pulse()).ifPresent(row -> {
                var point = row.point().gap(Withheld.MERGED, apart);
                table.replace(row.with(point));
            });
        }
    }

    /** What stands under an instrument's key never changes, and neither does a rule. */
    private Scales scales(InstrumentKey instrument, ScoringRule rule) {
        return scales.computeIfAbsent(
                new Keyed(instrument, rule.turned()),
                keyed -> new Scales(rule.keyed(formulas.instruments().apply(instrument))));
    }

    /**
     * The point of a pulse in the group's own count of pulses; other people than at the one before start a line, also in
     * a team that kept its id, and so does a rule by which scores come out otherwise. Where the same people have other
     * leads, role-modelling alone begins another line, from nothing.
     */
    private static Begun begin(Asked asked, AskedGroup group, String construct, TrendRows table) {
        int ordinal = 1;
        int line = 1;
        int more = 0;
        var count = asked.count();
        var origin = group.origin();
        var begunOn = count.countedOn();
        @Nullable TrendRow compared = null;
        var latest = table.latest(group.group());
        if (latest.isPresent()) {
            var before = latest.get().point();
            boolean samePulse = before.pulse().equals(count.pulse());
            boolean samePeople = samePulse || group.samePeopleAs(latest.get().teams());
            compared = samePeople ? latest.get() : null;
            boolean goesOn = samePeople && Objects.equals(before.rule(), asked.measure());
            ordinal = before.ordinal() + (samePulse ? 0 : 1);
            boolean otherLeads = goesOn && !samePulse && origin != null && !origin.sameLeads();
            line = latest.get().line() + (goesOn ? 0 : 1);
            more = latest.get().more() + (otherLeads ? 1 : 0);
            if (goesOn) {
                begunOn = latest.get().begunOn();
                origin = otherLeads
                        ? ofOtherLeads(latest.get().origin())
                        : latest.get().origin();
            } else if (samePeople) {
                origin = null;
            }
        }
        var point = new TrendPoint(
                count.pulse(),
                count.countedOn(),
                ordinal,
                line + more(construct, more),
                count.instrument(),
                asked.pulse().issued().rules().disclosure(),
                asked.calibration(),
                asked.measure(),
                null,
                null,
                List.of(),
                null,
                null);
        return new Begun(point, compared, origin, origin == null ? null : begunOn, more == 0 ? null : more);
    }

    /** @param more how many lines more what is about leaders has */
    static int more(String construct, int more) {
        return AboutLeaders.include(construct) ? more : 0;
    }

    private static AskedGroup.@Nullable Origin ofOtherLeads(AskedGroup.@Nullable Origin origin) {
        return origin == null ? null : new AskedGroup.Origin(origin.same(), false, origin.parts());
    }
}
