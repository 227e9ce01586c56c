package org.groeipuls.replay;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.groeipuls.agenda.BulkAgenda;
import org.groeipuls.agenda.BulkRows;
import org.groeipuls.pulse.PulseEvent;
import org.groeipuls.release.ReleaseEvent.BlockReleased;
import org.groeipuls.release.ReleaseEvent.CountPublished;
import org.groeipuls.rule.RuleEvent.RuleAdopted;
import org.groeipuls.trend.BulkTrends;
import org.groeipuls.trend.BulkTrends.Instead;
import tools.jackson.databind.json.JsonMapper;

/**
 * The trends of all of history anew, as they are or as they would have been: the same fold as the live ones, over a set of
 * views of its own. Reads released events only, so nothing it says is finer than they are.
 */
public final class TrendReplay {
    private final Folds lookedUp;
    private final BulkAgenda agenda;
    private final BulkTrends trends;

    /**
     * @param rows of the same connection as the views
     * @param json reads and writes as the views do
     */
    public TrendReplay(Views views, BulkRows rows, JsonMapper json, Instead instead) {
        this.agenda = new BulkAgenda(views.agenda(), rows, json);
        this.lookedUp = new Folds(views.lookedUp());
        this.trends = new BulkTrends(
                agenda, views.shelf(), views.calibrations(), views.rules(), views.trends(), rows, instead);
    }

    /** @param day the day on which it was recorded, as midnight UTC */
    public void on(String id, Object event, Instant day) {
        switch (event) {
            case BlockReleased block -> trends.on(block);
            case CountPublished count -> {
                agenda.on(count);
                trends.on(count);
            }
            case PulseEvent pulse -> agenda.on(pulse, LocalDate.ofInstant(day, ZoneOffset.UTC));
            case RuleAdopted adopted -> {
                trends.ruled();
                lookedUp.on(id, adopted, day);
            }
            default -> lookedUp.on(id, event, day);
        }
    }

    /** Puts what is not yet written; to be committed together with how far history was read. */
    public void written() {
        agenda.written();
        trends.written();
    }
}
