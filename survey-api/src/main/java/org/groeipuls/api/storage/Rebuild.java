package org.groeipuls.api.storage;

import java.time.Duration;
import java.util.SortedMap;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.serialization.Serializer;
import org.groeipuls.api.storage.BulkReader.Extent;
import org.groeipuls.refusal.NotNow;
import org.groeipuls.replay.Views;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes the views anew from history, beside the live ones, which go on to be read and kept up to date meanwhile. At the end
 * the new ones take their place in one transaction with the token, so nobody ever sees less than there is. Broken off, it
 * goes on where it was.
 */
public final class Rebuild implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Rebuild.class);
    private static final String PREFIX = "rebuild_";
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);

    private final StreamingEventProcessor processor;
    private final DataSource source;
    private final BulkReader history;
    private final JsonMapper json;
    private final ViewSwitch live;
    private volatile boolean closed;

    /**
     * @param processor the one that writes the live views
     * @param source the database in which history and views lie
     * @param tokens reads the processor's token
     * @param json reads and writes views as the processor does
     */
    public Rebuild(
            StreamingEventProcessor processor,
            DataSource source,
            EventNames events,
            Serializer tokens,
            JsonMapper json) {
        this.processor = processor;
        this.source = source;
        this.history = new BulkReader(source, events);
        this.json = json;
        this.live = new ViewSwitch(source, tokens);
    }

    /**
     * Makes them anew and returns when the new ones are live.
     *
     * @return how many rows of which table were not as history has them; empty when all were
     * @throws RebuiltElsewhere when another node is at it
     */
    public SortedMap<String, Long> begin() {
        return begin(false, (done, total) -> {});
    }

    /** Is told after each step how far it is; what it throws breaks the work off, which goes on from there the next time. */
    @FunctionalInterface
    public interface Progress {
        /**
         * @param done events that were read
         * @param total events that are to be read
         */
        void at(long done, long total);
    }

    /**
     * Makes them anew and returns when the new ones are live.
     *
     * @param afresh whether what was made when it was broken off is thrown away
     * @return how many rows of which table were not as history has them; empty when all were
     * @throws RebuiltElsewhere when another node is at it
     */
    public synchronized SortedMap<String, Long> begin(boolean afresh, Progress progress) {
        try (var turn = ViewTurn.take(live)) {
            return made(afresh, turn, progress);
        }
    }

    private SortedMap<String, Long> made(boolean afresh, ViewTurn turn, Progress progress) {
        var scratch = new Scratch(source, PREFIX + Views.LAYOUT);
        Scratch.all(source, PREFIX).stream()
                .filter(name -> !name.equals(PREFIX + Views.LAYOUT))
                .forEach(older -> new Scratch(source, older).drop());
        if (afresh || !scratch.ready()) {
            scratch.make();
        }
        var extent = history.extent(null);
        fill(scratch, extent, turn, progress);
        processor.shutDown();
        try {
            live.claim();
            var differing = live.switchTo(
                    scratch,
                    position -> fill(scratch, new Extent(position, extent.total(), null), turn, (done, total) -> {}),
                    turn::check);
            scratch.drop();
            LOG.info("Views were made anew; rows that differed: {}", differing);
            return differing;
        } finally {
            processor.start();
        }
    }

    /** Makes them anew, without waiting for it, where an older version made them; see {@link #begin(boolean, Progress)}. */
    public void beginIfOlder(Progress progress) {
        int layout = live.layout();
        if (layout == ViewSwitch.NONE && history.extent(null).total() == 0) {
            live.layout(Views.LAYOUT);
        } else if (layout != Views.LAYOUT) {
            Thread.ofPlatform().daemon().name("rebuild").start(() -> untilItIsNew(progress));
        }
    }

    private void untilItIsNew(Progress progress) {
        for (boolean old = true; old && !closed; ) {
            try {
                old = live.layout() != Views.LAYOUT;
                if (old) {
                    begin(false, progress);
                }
            } catch (RuntimeException e) {
                LOG.warn("The views are not made anew yet: {}", e.getClass().getName());
                LockSupport.parkNanos(LOOK_AGAIN.toNanos());
            }
        }
    }

    /** The server stops: what is not done yet is done by the next one. */
    @Override
    public void close() {
        closed = true;
    }

    /** Another node makes the views anew. */
    public static final class RebuiltElsewhere extends NotNow {
        private static final long serialVersionUID = 1;

        RebuiltElsewhere() {
            super("Another node makes the views anew; ask again when it is done", null);
        }
    }

    private void fill(Scratch scratch, Extent extent, ViewTurn turn, Progress progress) {
        ScratchFold.fill(scratch, history, extent, json, done -> {
            turn.check();
            progress.at(done, extent.total());
        });
    }
}
