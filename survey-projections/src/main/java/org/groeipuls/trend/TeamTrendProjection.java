package org.groeipuls.trend;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.groeipuls.agenda.PulseAgenda;
import org.groeipuls.release.ReleaseEvent.BlockReleased;
import org.groeipuls.release.ReleaseEvent.CountPublished;
import org.groeipuls.ruling.RuleTable;
import org.groeipuls.scoring.Calibrations;
import org.groeipuls.shelf.InstrumentShelf;

/** Keeps {@link TeamTrend} up to date; says when, while {@link TrendFold} says how. */
@ProcessingGroup("views")
public final class TeamTrendProjection {
    private final TrendFold fold;
    private final TrendTable table;

    /** @param calibrations the constants that counted pulses name by version */
    public TeamTrendProjection(
            PulseAgenda agenda, InstrumentShelf shelf, Calibrations calibrations, RuleTable rules, TrendTable table) {
        this.fold = new TrendFold(new Formulas(
                pulse -> agenda.find(pulse).orElseThrow(),
                key -> shelf.find(key).orElseThrow(),
                calibrations,
                calibrations,
                rules::validOn));
        this.table = table;
    }

    @EventHandler
    void on(CountPublished event) {
        fold.on(event, table);
    }

    @EventHandler
    void on(BlockReleased event) {
        fold.on(event, table);
    }

    @ResetHandler
    void startAgain() {
        table.clear();
    }
}
