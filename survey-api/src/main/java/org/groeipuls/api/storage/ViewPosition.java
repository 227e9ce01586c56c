package org.groeipuls.api.storage;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.groeipuls.refusal.NotNow;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How far the views have read, written in the transaction of each view change. */
@ProcessingGroup("views")
public final class ViewPosition {
    static final String NAME = "views";

    private final JdbcClient jdbc;
    private final PromptEvents events;

    /** @param events what the views read from */
    public ViewPosition(JdbcClient jdbc, PromptEvents events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    @EventHandler
    void on(Object event, TrackingToken token) {
        long position = token.position().orElseThrow();
        if (jdbc.sql("update view_position set position = :position where name = :name")
                        .param("position", position)
                        .param("name", NAME)
                        .update()
                == 0) {
            jdbc.sql("insert into view_position (name, position) values (:name, :position)")
                    .param("name", NAME)
                    .param("position", position)
                    .update();
        }
    }

    @ResetHandler
    void startAgain() {
        jdbc.sql("delete from view_position where name = :name")
                .param("name", NAME)
                .update();
    }

    /** The position of the last event that is in the views; 0 before the first. */
    public long read() {
        return jdbc.sql("select position from view_position where name = :name")
                .param("name", NAME)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    /**
     * Returns when the views have read up to a position.
     *
     * @throws ViewsBehind when they have not within {@code patience}
     */
    public void await(long position, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (read() < position) {
            if (System.nanoTime() > end) {
                throw new ViewsBehind(position);
            }
            events.wake();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
        }
    }

    /** The views have not caught up with history in time; what was asked for has been stored. */
    public static final class ViewsBehind extends NotNow {
        private static final long serialVersionUID = 1;

        ViewsBehind(long position) {
            super("The views have not reached position " + position + " yet; what was sent is stored, ask again", null);
        }
    }
}
