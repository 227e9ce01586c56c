package org.groeipuls.system.architecture.breach.projections.writable;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Plays a projection's table. */
public final class WritableTable {
    private final JdbcClient jdbc;

    WritableTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Open to everybody. */
    public void clear() {
        jdbc.sql("delete from trend_point").update();
    }
}
