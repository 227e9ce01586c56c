package org.groeipuls.api.job;

import java.time.Duration;
import java.time.InstantSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whose turn it is to work on the jobs of a table, a row each. Whoever works on one says so in its row; one that has not been
 * heard of for a while is free again.
 */
public final class Turns {
    /** After how long a job whose node is silent is free again. */
    public static final Duration SILENCE = Duration.ofSeconds(30);

    private final JdbcClient jdbc;
    private final String table;
    private final InstantSource clock;

    /** @param table with the columns job, state, node, alive_at, done, total and millis */
    public Turns(JdbcClient jdbc, String table, InstantSource clock) {
        this.jdbc = jdbc;
        this.table = table;
        this.clock = clock;
    }

    /** Takes a job that waits, or whose node has fallen silent; no when it is another's. */
    public boolean take(String job, String node) {
        long now = clock.millis();
        return jdbc.sql("update " + table + " set state = 'RUNNING', node = :node, alive_at = :now where job = :job"
                                + " and (state = 'WAITING' or state = 'RUNNING' and alive_at < :silent)")
                        .param("node", node)
                        .param("now", now)
                        .param("job", job)
                        .param("silent", now - SILENCE.toMillis())
                        .update()
                == 1;
    }

    /** Says how far a node is with it; no when it is another's by now, or nobody's. */
    public boolean goesOn(String job, String node, Headway headway) {
        return jdbc.sql("update " + table + " set done = :done, total = :total, millis = :millis, alive_at = :now"
                                + " where job = :job and node = :node and state = 'RUNNING'")
                        .param("done", headway.done())
                        .param("total", headway.total())
                        .param("millis", headway.spent().toMillis())
                        .param("now", clock.millis())
                        .param("job", job)
                        .param("node", node)
                        .update()
                == 1;
    }

    /** Says that a node is at it; no when it is another's by now. */
    public boolean alive(String job, String node) {
        return jdbc.sql("update " + table + " set alive_at = :now where job = :job and node = :node"
                                + " and state = 'RUNNING'")
                        .param("now", clock.millis())
                        .param("job", job)
                        .param("node", node)
                        .update()
                == 1;
    }

    /** Ends a node's work on it, if it is still its turn. */
    public void end(String job, String node, Enum<?> state) {
        jdbc.sql("update " + table + " set state = :state, node = null"
                        + " where job = :job and node = :node and state = 'RUNNING'")
                .param("state", state.name())
                .param("job", job)
                .param("node", node)
                .update();
    }
}
