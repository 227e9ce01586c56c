package org.groeipuls.api.past;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.groeipuls.api.storage.BulkReader;
import org.groeipuls.api.storage.BulkReader.Extent;
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
    private static final int KNOWN_DAYS = 2_000;

    /** Views are made again before they are so old that another node takes them for those of one that was killed. */
    private static final int FRESH_DAYS = 5;

    private static final int STALE_DAYS = 10;

    private final DataSource source;
    private final BulkReader history;
    private final JsonMapper json;
    private final Supplier<LocalDate> today;
    private final String node = UUID.randomUUID().toString().substring(0, 8);

    /** One at a time is made: whoever asks for another day meanwhile is told to come back, and holds up nobody. */
    private final Semaphore making = new Semaphore(1);

    private final Map<LocalDate, Long> heads = new LinkedHashMap<>();
    private final Map<Long, Past> kept = new LinkedHashMap<>(KEPT, .75f, true);
    private int made;

    /** @param today by the wall clock */
    Pasts(DataSource source, BulkReader history, JsonMapper json, Supplier<LocalDate> today) {
        this.source = source;
        this.history = history;
        this.json = json;
        this.today = today;
        tidy();
    }

    /** What a node left that was killed, told by the day in the name. */
    private void tidy() {
        try {
            for (var name : Scratch.all(source, PREFIX)) {
                var day = name.split("_")[1];
                if (day.matches("[0-9]{1,9}")
                        && Long.parseLong(day) < today.get().toEpochDay() - STALE_DAYS) {
                    new Scratch(source, name).drop();
                }
            }
        } catch (IllegalStateException another) {
            LOG.info("Another node removes old views of earlier days");
        }
    }

    /** The views of one day, and how many are reading them. */
    static final class Past {
        private final Scratch scratch;
        private final JdbcClient views;
        private final LocalDate madeOn;
        private int readers = 1;

        private Past(Scratch scratch, LocalDate madeOn) {
            this.scratch = scratch;
            this.views = JdbcClient.create(scratch.tables());
            this.madeOn = madeOn;
        }

        JdbcClient views() {
            return views;
        }
    }

    /**
     * The views of a day, made now if need be. Whoever gets them gives them back.
     *
     * @throws DayNotReady when others are being made, or as many as are kept are being read
     */
    Past hold(LocalDate day) {
        var found = find(day);
        if (found.isPresent()) {
            return found.get();
        }
        if (!making.tryAcquire()) {
            throw new DayNotReady();
        }
        try {
            var extent = history.extent(day);
            known(day, extent.head());
            var meanwhile = find(day);
            return meanwhile.isPresent() ? meanwhile.get() : make(extent);
        } finally {
            making.release();
        }
    }

    /** Days on which nothing was recorded have the views of the day before. */
    private synchronized Optional<Past> find(LocalDate day) {
        var head = heads.get(day);
        var past = head == null ? null : kept.get(head);
        if (past == null
                || past.readers == 0 && past.madeOn.isBefore(today.get().minusDays(FRESH_DAYS))) {
            return Optional.empty();
        }
        past.readers++;
        return Optional.of(past);
    }

    private synchronized void known(LocalDate day, long head) {
        if (heads.size() >= KNOWN_DAYS) {
            heads.clear();
        }
        heads.put(day, head);
    }

    synchronized void release(Past past) {
        past.readers--;
    }

    private Past make(Extent extent) {
        room(extent.head()).forEach(old -> old.scratch.drop());
        var day = today.get();
        var scratch = new Scratch(source, PREFIX + day.toEpochDay() + "_" + node + "_" + ++made);
        scratch.make();
        ScratchFold.fill(scratch, history, extent, json, done -> {});
        var past = new Past(scratch, day);
        synchronized (this) {
            kept.put(extent.head(), past);
        }
        return past;
    }

    /** Takes out what is too old, and the one that was not read for longest. */
    private synchronized List<Past> room(long head) {
        List<Past> out = new ArrayList<>();
        Optional.ofNullable(kept.remove(head)).ifPresent(out::add);
        if (kept.size() >= KEPT) {
            var unread = kept.entrySet().stream()
                    .filter(one -> one.getValue().readers == 0)
                    .findFirst()
                    .orElseThrow(DayNotReady::new);
            out.add(unread.getValue());
            kept.remove(unread.getKey());
        }
        return out;
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

    /** The views of another day are being made, or too many days are read at once. */
    static final class DayNotReady extends NotNow {
        private static final long serialVersionUID = 1;

        DayNotReady() {
            super("Another earlier day is being made ready; ask again in a moment", null);
        }
    }
}
