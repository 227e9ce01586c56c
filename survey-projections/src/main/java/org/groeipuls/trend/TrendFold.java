package org.groeipuls.trend;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.groeipuls.agenda.KnownPulse;
import org.groeipuls.agenda.PulseAgenda;
import org.groeipuls.instrument.Construct;
import org.groeipuls.instrument.Instrument;
import org.groeipuls.pulse.AskedGroup;
import org.groeipuls.release.BlockOutline;
import org.groeipuls.release.ItemFigures;
import org.groeipuls.release.ReleaseEvent.BlockReleased;
import org.groeipuls.release.ReleaseEvent.CountPublished;
import org.groeipuls.release.Withheld;
import org.groeipuls.scoring.Calibration;
import org.groeipuls.scoring.Line;
import org.groeipuls.shelf.InstrumentShelf;
import org.groeipuls.trend.TrendPoint.MergedValue;
import org.groeipuls.trend.TrendPoint.Shown;

/**
 * History as lines: what each release does to the trends of the groups in it. A group without figures of its own gets a
 * gap; a block's value never enters the line of a group in it.
 */
final class TrendFold {
    /** Of merged blocks this is not shown: their people have different leaders (R3). */
    private static final String ABOUT_THE_LEADER = "leader-role-modelling";

    private static final Calibration CALIBRATION = Calibration.DEFAULT;

    private final PulseAgenda agenda;
    private final InstrumentShelf shelf;

    TrendFold(PulseAgenda agenda, InstrumentShelf shelf) {
        this.agenda = agenda;
        this.shelf = shelf;
    }

    void on(CountPublished event, TrendTable table) {
        var pulse = agenda.find(event.pulse()).orElseThrow();
        var instrument = shelf.find(event.instrument()).orElseThrow();
        for (var outline : event.blocks()) {
            if (!outline.released() || outline.groups().size() > 1) {
                gap(event, outline, pulse, instrument, table);
            }
        }
    }

    private static void gap(
            CountPublished event, BlockOutline outline, KnownPulse pulse, Instrument instrument, TrendTable table) {
        var reason = outline.released() ? Withheld.MERGED : Withheld.TOO_FEW_ANSWERS;
        for (var group : pulse.issued().groups()) {
            if (outline.groups().contains(group.group())) {
                for (var construct : scalesAsked(group.items(), instrument)) {
                    var point = begin(event.countedOn(), pulse, group, construct.key(), table)
                            .gap(reason, null);
                    table.add(new TrendRow(group.group(), construct.key(), group.teams(), point, null));
                }
            }
        }
    }

    void on(BlockReleased event, TrendTable table) {
        var pulse = agenda.find(event.pulse()).orElseThrow();
        var instrument = shelf.find(pulse.issued().instrument()).orElseThrow();
        var items = event.items().stream().map(ItemFigures::item).toList();
        for (var construct : scalesAsked(items, instrument)) {
            var value =
                    ScaleValue.of(event, pulse.issued().rules().disclosure(), instrument, construct.key(), CALIBRATION);
            if (event.groups().size() == 1) {
                own(event, pulse, instrument, construct.key(), value, table);
            } else if (value.isPresent() && !construct.key().equals(ABOUT_THE_LEADER)) {
                merged(event, construct.key(), value.get(), table);
            }
        }
    }

    private static void own(
            BlockReleased event,
            KnownPulse pulse,
            Instrument instrument,
            String construct,
            Optional<ScaleValue> value,
            TrendTable table) {
        var group = pulse.issued().groups().stream()
                .filter(asked -> event.groups().contains(asked.group()))
                .findFirst()
                .orElseThrow();
        var begun = begin(Objects.requireNonNull(pulse.count()).countedOn(), pulse, group, construct, table);
        var line = value.map(scale -> table.state(group.group(), construct, begun.line())
                .orElseGet(() -> Line.start(CALIBRATION.mu(construct), CALIBRATION.tau2(construct)))
                .next(scale.value(), scale.noise(), begun.ordinal(), CALIBRATION.q()));
        var shown = value.map(scale -> new Shown(
                scale.n(),
                scale.value(),
                scale.range(),
                line.orElseThrow().m(),
                line.orElseThrow().band()));
        var point = begun.released(
                Participation.of(event.n(), event.eligible()),
                ScaleValue.itemsOf(event, instrument, construct),
                shown.orElse(null));
        table.add(new TrendRow(group.group(), construct, group.teams(), point, line.orElse(null)));
    }

    private static void merged(BlockReleased event, String construct, ScaleValue value, TrendTable table) {
        var apart = new MergedValue(event.groups(), value.n(), value.value(), value.range());
        event.groups().forEach(group -> table.merged(group, construct, event.pulse(), apart));
    }

    /** The constructs of group level of which a scale (two items or more) was asked. */
    private static List<Construct> scalesAsked(List<String> items, Instrument instrument) {
        return instrument.constructs().stream()
                .filter(construct -> construct.level() == Construct.Level.GROUP)
                .filter(construct -> instrument.scored(construct.key(), items).size() >= 2)
                .toList();
    }

    private static TrendPoint begin(
            LocalDate countedOn, KnownPulse pulse, AskedGroup group, String construct, TrendTable table) {
        var last = table.last(group.group(), construct);
        var issued = pulse.issued();
        return new TrendPoint(
                issued.pulse(),
                countedOn,
                last.map(row -> row.point().ordinal()).orElse(0) + 1,
                last.map(row -> row.point().line() + (row.teams().equals(group.teams()) ? 0 : 1))
                        .orElse(1),
                issued.instrument(),
                issued.rules().disclosure(),
                CALIBRATION.version(),
                null,
                List.of(),
                null,
                null);
    }
}
