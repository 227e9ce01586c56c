package org.groeipuls.signal;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.groeipuls.agenda.KnownPulse;
import org.groeipuls.agenda.PulseAgenda;
import org.groeipuls.instrument.Instrument;
import org.groeipuls.instrument.PairedPattern;
import org.groeipuls.pulse.AskedGroup;
import org.groeipuls.pulse.Disclosure;
import org.groeipuls.release.ItemFigures;
import org.groeipuls.release.ReleaseEvent.BlockReleased;
import org.groeipuls.scoring.BandedItem;
import org.groeipuls.scoring.Calibration;
import org.groeipuls.scoring.Calibrations;
import org.groeipuls.scoring.GapRule;
import org.groeipuls.scoring.PairMoments;
import org.groeipuls.scoring.PairedGap;
import org.groeipuls.shelf.InstrumentShelf;

/**
 * Keeps {@link SignalTable} up to date: every block of one group that asked both sides of a pattern is an occasion, and
 * what it says of single statements is evidence.
 */
@ProcessingGroup("views")
public final class SignalProjection {
    private static final Set<String> EVIDENCE = Set.of(Evidence.SILENCE, Evidence.CARELESS, Evidence.CELEBRATED);

    private final PulseAgenda agenda;
    private final InstrumentShelf shelf;
    private final Calibrations calibrations;
    private final SignalTable table;

    public SignalProjection(PulseAgenda agenda, InstrumentShelf shelf, Calibrations calibrations, SignalTable table) {
        this.agenda = agenda;
        this.shelf = shelf;
        this.calibrations = calibrations;
        this.table = table;
    }

    @EventHandler
    void on(BlockReleased event) {
        if (event.groups().size() == 1) {
            var pulse = agenda.find(event.pulse()).orElseThrow();
            var instrument = shelf.find(pulse.issued().instrument()).orElseThrow();
            instrument
                    .patterns()
                    .forEach(pattern ->
                            occasion(event, pulse, instrument, pattern).ifPresent(table::put));
            evidence(event, pulse).forEach(table::put);
        }
    }

    private static List<Evidence> evidence(BlockReleased event, KnownPulse pulse) {
        var group = event.groups().first();
        var teams = pulse.issued().groups().stream()
                .filter(asked -> asked.group().equals(group))
                .map(AskedGroup::teams)
                .findFirst();
        var countedOn = Objects.requireNonNull(pulse.count()).countedOn();
        List<Evidence> found = new ArrayList<>();
        for (var figures : event.items()) {
            if (teams.isPresent() && EVIDENCE.contains(figures.item())) {
                mean(figures)
                        .ifPresent(mean -> found.add(
                                new Evidence(group, teams.get(), figures.item(), event.pulse(), countedOn, mean)));
            }
        }
        return found;
    }

    /** Of the raw answers: none of these statements is reversed. */
    private static OptionalDouble mean(ItemFigures figures) {
        var n = figures.n();
        var sum = figures.sum();
        var counts = figures.counts();
        if (n != null && sum != null) {
            return OptionalDouble.of(sum.midpoint() / n);
        }
        if (n == null || counts == null) {
            return OptionalDouble.empty();
        }
        int total = IntStream.rangeClosed(1, counts.size())
                .map(answer -> answer * counts.get(answer - 1))
                .sum();
        return OptionalDouble.of((double) total / n);
    }

    private Optional<Occasion> occasion(
            BlockReleased event, KnownPulse pulse, Instrument instrument, PairedPattern pattern) {
        var count = Objects.requireNonNull(pulse.count());
        var calibration = calibrations.version(count.calibration());
        boolean banded = pulse.issued().rules().disclosure() == Disclosure.BANDED;
        boolean single = pattern.say().size() == 1 || pattern.does().size() == 1;
        var rule = rule(banded, single);
        var gap = banded
                ? PairedGap.banded(
                        items(event, instrument, pattern.say()),
                        items(event, instrument, pattern.does()),
                        calibration.gapVariance(),
                        rule)
                : exact(event, pattern, calibration);
        var group = event.groups().first();
        return gap.flatMap(found -> pulse.issued().groups().stream()
                .filter(asked -> asked.group().equals(group))
                .findFirst()
                .map(asked -> new Occasion(
                        group,
                        asked.teams(),
                        pattern.code(),
                        event.pulse(),
                        count.countedOn(),
                        instrument.key(),
                        found,
                        rule,
                        calibration.version())));
    }

    private static GapRule rule(boolean banded, boolean single) {
        if (!single) {
            return GapRule.SCALES;
        }
        return banded ? GapRule.SINGLE_ITEMS_BANDED : GapRule.SINGLE_ITEMS;
    }

    private static List<BandedItem> items(BlockReleased event, Instrument instrument, List<String> side) {
        return event.items().stream()
                .filter(figures -> side.contains(figures.item()))
                .flatMap(figures -> {
                    var n = figures.n();
                    var sum = figures.sum();
                    return n == null || sum == null
                            ? Optional.<BandedItem>empty().stream()
                            : Optional.of(new BandedItem(
                                            figures.item(),
                                            instrument.item(figures.item()).reversed(),
                                            n,
                                            sum))
                                    .stream();
                })
                .toList();
    }

    private static Optional<PairedGap> exact(BlockReleased event, PairedPattern pattern, Calibration calibration) {
        return event.pairs().stream()
                .filter(pair -> pair.pattern().equals(pattern.code()))
                .findFirst()
                .flatMap(pair -> PairedGap.exact(
                        new PairMoments(pair.n(), pair.sumSay(), pair.sumDo(), pair.sumGap(), pair.sumGapSquared()),
                        calibration.gapVariance()));
    }

    @ResetHandler
    void startAgain() {
        table.clear();
    }
}
