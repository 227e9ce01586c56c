package org.groeipuls.trend;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.groeipuls.agenda.BulkAgenda;
import org.groeipuls.agenda.BulkRows;
import org.groeipuls.agenda.KnownPulse;
import org.groeipuls.instrument.Instrument;
import org.groeipuls.instrument.InstrumentKey;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.release.ReleaseEvent.BlockReleased;
import org.groeipuls.release.ReleaseEvent.CountPublished;
import org.groeipuls.rule.InstrumentMapping;
import org.groeipuls.rule.ScoringRule;
import org.groeipuls.ruling.RuleTable;
import org.groeipuls.scoring.Calibration;
import org.groeipuls.scoring.Calibrations;
import org.groeipuls.shelf.InstrumentShelf;
import org.jspecify.annotations.Nullable;

/**
 * The fold of {@link TeamTrendProjection} for very many events: what it looks up is kept at hand, what it says is written in
 * batches. Whatever else reads or writes these views in between calls {@link #written()} first.
 */
public final class BulkTrends {
    private final BulkAgenda agenda;
    private final InstrumentShelf shelf;
    private final TrendBatch batch;
    private final TrendFold fold;
    private final Map<InstrumentKey, Instrument> instruments = new HashMap<>();
    private final Map<String, Calibration> calibrations = new HashMap<>();
    private final RuleTable rules;
    private final @Nullable InstrumentMapping mapping;
    private @Nullable Function<LocalDate, ScoringRule> ruled;
    private @Nullable Known last;

    /**
     * What figures are computed with instead of what held at the time.
     *
     * @param rule for all pulses; absent where each pulse's own is to be taken
     * @param calibration for all pulses; absent where each pulse's own is to be taken
     * @param mapping which instrument's items stand for which; absent where all stand for themselves
     * @param target the instrument that a mapping leads to, which history can register later than it counts by the other;
     *     absent without a mapping
     */
    public record Instead(
            @Nullable ScoringRule rule,
            @Nullable Calibration calibration,
            @Nullable InstrumentMapping mapping,
            @Nullable Instrument target) {
        /** As it was. */
        public static final Instead NOTHING = new Instead(null, null, null, null);
    }

    /**
     * @param read as it stands in the agenda
     * @param pulse as it is computed with
     * @param mapping what its figures go through, if anything
     */
    private record Known(
            KnownPulse read, KnownPulse pulse, @Nullable InstrumentMapping mapping) {
        static Known of(KnownPulse pulse, @Nullable InstrumentMapping mapping) {
            if (mapping == null || !pulse.issued().instrument().equals(mapping.from())) {
                return new Known(pulse, pulse, null);
            }
            var count = pulse.count();
            return new Known(
                    pulse,
                    new KnownPulse(
                            mapping.on(pulse.issued()),
                            pulse.state(),
                            pulse.closesAt(),
                            count == null ? null : mapping.on(count),
                            pulse.cancelled()),
                    mapping);
        }
    }

    /** @param rows of the same connection as the tables */
    public BulkTrends(
            BulkAgenda agenda,
            InstrumentShelf shelf,
            Calibrations known,
            RuleTable rules,
            TrendTable table,
            BulkRows rows,
            Instead instead) {
        this.agenda = agenda;
        this.shelf = shelf;
        this.rules = rules;
        this.batch = new TrendBatch(table, rows);
        this.mapping = instead.mapping();
        var target = instead.target();
        if (target != null) {
            instruments.put(target.key(), target);
        }
        Calibrations counted = version -> calibrations.computeIfAbsent(version, known::version);
        var calibration = instead.calibration();
        var rule = instead.rule();
        this.fold = new TrendFold(new Formulas(
                pulse -> known(pulse).pulse(),
                this::instrument,
                counted,
                calibration == null ? counted : version -> calibration,
                rule == null ? this::rule : day -> rule));
    }

    /** The last one, since most events are of the same pulse as the one before. */
    private Known known(PulseId id) {
        var pulse = agenda.find(id).orElseThrow();
        var latest = last;
        if (latest == null || latest.read() != pulse) {
            latest = Known.of(pulse, mapping);
            last = latest;
        }
        return latest;
    }

    private Instrument instrument(InstrumentKey key) {
        return instruments.computeIfAbsent(key, wanted -> shelf.find(wanted).orElseThrow());
    }

    /** Another rule was adopted. */
    public void ruled() {
        ruled = null;
    }

    private ScoringRule rule(LocalDate day) {
        var adopted = ruled;
        if (adopted == null) {
            adopted = rules.atHand();
            ruled = adopted;
        }
        return adopted.apply(day);
    }

    /** What a count does to the trends; the agenda knows it already. */
    public void on(CountPublished event) {
        batch.counted(event.pulse());
        var through = known(event.pulse()).mapping();
        fold.on(through == null ? event : through.on(event), batch);
    }

    /** What the figures of a block do to the trends. */
    public void on(BlockReleased event) {
        var through = known(event.pulse()).mapping();
        fold.on(through == null ? event : through.on(event), batch);
    }

    /** Puts what is not yet written. */
    public void written() {
        batch.flush();
    }
}
