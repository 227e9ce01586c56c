package org.groeipuls.api.storage;

import java.util.SortedMap;
import javax.sql.DataSource;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.serialization.Serializer;
import org.groeipuls.replay.Views;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes the views anew from history, beside the live ones, which go on to be read and kept up to date meanwhile. At the end
 * the new ones take their place in one transaction with the token, so nobody ever sees less than there is. Broken off, it
 * goes on where it was.
 */
public final class Rebuild {
    private static final Logger LOG = LoggerFactory.getLogger(Rebuild.class);
    private static final String PREFIX = "rebuild_";

    private final StreamingEventProcessor processor;
    private final DataSource source;
    private final BulkReader history;
    private final JsonMapper json;
    private final ViewSwitch live;

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
     */
    public synchronized SortedMap<String, Long> begin() {
        var scratch = new Scratch(source, PREFIX + Views.LAYOUT);
        Scratch.all(source, PREFIX).stream()
                .filter(name -> !name.equals(PREFIX + Views.LAYOUT))
                .forEach(older -> new Scratch(source, older).drop());
        if (!scratch.ready()) {
            scratch.make();
        }
        fill(scratch, history.extent(null).head());
        processor.shutDown();
        try {
            live.claim();
            var differing = live.switchTo(scratch, position -> fill(scratch, position));
            scratch.drop();
            LOG.info("Views were made anew; rows that differed: {}", differing);
            return differing;
        } finally {
            processor.start();
        }
    }

    /** Makes them anew, without waiting for it, where an older version made them. */
    public void beginIfOlder() {
        int layout = live.layout();
        if (layout == Views.LAYOUT) {
            return;
        }
        if (layout == ViewSwitch.NONE && history.extent(null).total() == 0) {
            live.layout(Views.LAYOUT);
            return;
        }
        Thread.ofPlatform().daemon().name("rebuild").start(this::begin);
    }

    private void fill(Scratch scratch, long head) {
        ScratchFold.fill(scratch, history, new BulkReader.Extent(head, 0, null), json);
    }
}
