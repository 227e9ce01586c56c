package org.groeipuls.replay;

import java.time.Instant;
import org.groeipuls.pulse.PulseEvent;
import org.groeipuls.release.ReleaseEvent.BlockReleased;
import org.groeipuls.release.ReleaseEvent.CountPublished;
import org.groeipuls.trend.BulkTrends;
import org.groeipuls.trend.BulkTrends.Instead;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The trends of all of history anew, as they are or as they would have been: the same fold as the live ones, over a set of
 * views of its own. Reads released events only, so nothing it says is finer than they are.
 */
public final class TrendReplay {
    private final Folds lookedUp;
    private final BulkTrends trends;

    /** @param jdbc of the same connection as the views */
    public TrendReplay(Views views, JdbcTemplate jdbc, Instead instead) {
        this.lookedUp = new Folds(views.lookedUp());
        this.trends = new BulkTrends(
                views.agenda(), views.shelf(), views.calibrations(), views.rules(), views.trends(), jdbc, instead);
    }

    /** @param day the day on which it was recorded, as midnight UTC */
    public void on(String id, Object event, Instant day) {
        switch (event) {
            case BlockReleased block -> trends.on(block);
            case CountPublished count -> {
                lookedUp.on(id, count, day);
                trends.on(count);
            }
            case PulseEvent pulse -> {
                trends.changed(pulse.pulse());
                lookedUp.on(id, pulse, day);
            }
            default -> lookedUp.on(id, event, day);
        }
    }

    /** Writes what is not yet written, in the transaction of the caller. */
    public void written() {
        trends.written();
    }
}
