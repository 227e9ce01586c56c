package org.groeipuls.api.storage;

import java.sql.Connection;
import java.sql.SQLException;
import org.groeipuls.replay.Views;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * One who fills a scratch set of views: what a stretch of history changes is committed together with how far it goes, so
 * whoever goes on after a kill neither skips nor repeats anything.
 */
public final class ScratchSession implements AutoCloseable {
    private final Connection connection;
    private final JdbcClient client;
    private final JdbcTemplate template;

    public ScratchSession(Scratch scratch) {
        try {
            connection = scratch.tables().getConnection();
            connection.setAutoCommit(false);
        } catch (SQLException e) {
            throw unreachable(e);
        }
        var one = new SingleConnectionDataSource(connection, true);
        client = JdbcClient.create(one);
        template = new JdbcTemplate(one);
    }

    public JdbcClient client() {
        return client;
    }

    public JdbcTemplate template() {
        return template;
    }

    /** How far it has been filled; 0 at the beginning. */
    public long position() {
        return client.sql("select position from " + Views.POSITION + " where name = :name")
                .param("name", ViewPosition.NAME)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    /**
     * Commits everything since the last time, together with the position up to which that is.
     *
     * @throws TakenOver when somebody else has gone on from there
     */
    public void commit(long before, long position) {
        int moved = before == 0
                ? client.sql("insert into " + Views.POSITION + " (name, position) select :name, :position"
                                + " where not exists (select 1 from " + Views.POSITION + " where name = :name)")
                        .param("name", ViewPosition.NAME)
                        .param("position", position)
                        .update()
                : client.sql("update " + Views.POSITION + " set position = :position"
                                + " where name = :name and position = :before")
                        .param("position", position)
                        .param("name", ViewPosition.NAME)
                        .param("before", before)
                        .update();
        if (moved != 1) {
            throw new TakenOver();
        }
        try {
            connection.commit();
        } catch (SQLException e) {
            throw unreachable(e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw unreachable(e);
        }
    }

    private static IllegalStateException unreachable(SQLException e) {
        return new IllegalStateException("The tables beside the live ones cannot be got at", e);
    }

    /** Another node goes on with the same work; here it ends. */
    public static final class TakenOver extends RuntimeException {
        private static final long serialVersionUID = 1;

        TakenOver() {
            super("Another node goes on with this");
        }
    }
}
