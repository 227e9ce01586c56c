package org.groeipuls.api.past;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.groeipuls.api.storage.BulkReader;
import org.groeipuls.api.storage.Scratch;
import org.groeipuls.api.storage.ScratchFold;
import org.groeipuls.refusal.NotNow;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * The views of earlier days: each made once, by the same folds as the live ones, from history up to the end of that day. A
 * few are kept. History up to a day that is over never changes, so the same question always gets the same answer.
 */
final class Pasts implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Pasts.class);
    private static final String PREFIX = "asof_";
    private static final int KEPT = 6;
    private static final int STALE_DAYS = 2;

    private final DataSource source;
    private final BulkReader history;
    private final JsonMapper json;

    /** Another node has tables of its own; the day on which this one began is in the name, so that others can tidy. */
    private final String node;

    private final Map<LocalDate, Past> kept = new LinkedHashMap<>(KEPT, .75f, true);

    /** @param today by the wall clock */
    Pasts(DataSource source, BulkReader history, JsonMapper json, LocalDate today) {
        this.source = source;
        this.history = history;
        this.json = json;
        this.node =
                PREFIX + today.toEpochDay() + "_" + UUID.randomUUID().toString().substring(0, 8) + "_";
        tidy(today);
    }

    /** What a node left that was killed. */
    private void tidy(LocalDate today) {
        for (var name : Scratch.all(source, PREFIX)) {
            var parts = name.split("_");
            if (parts.length > 1 && Long.parseLong(parts[1]) < today.toEpochDay() - STALE_DAYS) {
                new Scratch(source, name).drop();
            }
        }
    }

    /** The views of one day, and how many are reading them. */
    static final class Past {
        private final Scratch scratch;
        private final JdbcClient views;
        private int readers;

        private Past(Scratch scratch) {
            this.scratch = scratch;
            this.views = JdbcClient.create(scratch.tables());
        }

        JdbcClient views() {
            return views;
        }
    }

    /**
     * The views of a day, made now if need be. Whoever gets them gives them back.
     *
     * @throws TooManyDays when as many days as are kept are being read
     */
    synchronized Past hold(LocalDate day) {
        var past = kept.get(day);
        if (past == null) {
            makeRoom();
            past = make(day);
            kept.put(day, past);
        }
        past.readers++;
        return past;
    }

    synchronized void release(Past past) {
        past.readers--;
    }

    private void makeRoom() {
        if (kept.size() < KEPT) {
            return;
        }
        var longestUnread = kept.entrySet().stream()
                .filter(one -> one.getValue().readers == 0)
                .findFirst()
                .orElseThrow(TooManyDays::new);
        kept.remove(longestUnread.getKey());
        longestUnread.getValue().scratch.drop();
    }

    private Past make(LocalDate day) {
        var scratch = new Scratch(source, node + day.toString().replace("-", ""));
        scratch.make();
        ScratchFold.fill(scratch, history, history.extent(day), json, () -> {});
        return new Past(scratch);
    }

    @Override
    public synchronized void close() {
        try {
            kept.values().forEach(past -> past.scratch.drop());
        } catch (IllegalStateException gone) {
            LOG.info("Views of earlier days are left for another start to remove");
        }
        kept.clear();
    }

    /** As many days as are kept are being read. */
    static final class TooManyDays extends NotNow {
        private static final long serialVersionUID = 1;

        TooManyDays() {
            super("Too many earlier days are being read at once; ask again in a moment", null);
        }
    }
}
