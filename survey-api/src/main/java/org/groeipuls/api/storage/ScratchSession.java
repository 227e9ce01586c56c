package org.groeipuls.api.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.groeipuls.agenda.BulkRows;
import org.groeipuls.replay.Views;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * One who fills a scratch set of views: what a stretch of history changes is committed together with how far it goes, so
 * whoever goes on after a kill neither skips nor repeats anything. Rows that are put in bulk, and commits, are the work of
 * a second thread, so that the next stretch is read and computed while the one before is written; never more than one
 * stretch is behind. Whoever asks the {@link #client()} waits for it, and finds what it would have found without it. After
 * a failure nothing more is written; it is thrown to whoever comes next.
 */
public final class ScratchSession implements AutoCloseable {
    private final Connection connection;
    private final JdbcClient client;
    private final JdbcTemplate behind;
    private final ExecutorService writer = Executors.newSingleThreadExecutor(Thread.ofPlatform()
            .daemon()
            .name("scratch-rows")
            .priority(Thread.MIN_PRIORITY)
            .factory());
    private CompletableFuture<Void> committed = CompletableFuture.completedFuture(null);
    private CompletableFuture<Void> written = committed;

    public ScratchSession(Scratch scratch) {
        try {
            connection = scratch.tables().getConnection();
            connection.setAutoCommit(false);
        } catch (SQLException e) {
            throw unreachable(e);
        }
        client = JdbcClient.create(new SingleConnectionDataSource(connection, true) {
            @Override
            public Connection getConnection() throws SQLException {
                settle();
                return super.getConnection();
            }
        });
        behind = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
    }

    public JdbcClient client() {
        return client;
    }

    /** Takes rows in bulk. */
    public BulkRows rows() {
        return this::put;
    }

    private void put(String sql, List<Object[]> rows, int... types) {
        then(() -> behind.batchUpdate(sql, rows, types));
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
     * Commits everything since the last time, together with the position up to which that is; soon.
     *
     * @throws TakenOver when somebody else has gone on from where it was
     */
    public void commit(long before, long position) {
        settle(committed);
        then(() -> commitNow(before, position));
        committed = written;
    }

    /**
     * Returns when all is written and committed that was to be.
     *
     * @throws TakenOver when somebody else has gone on from where it was
     */
    public void settle() {
        settle(written);
    }

    private void then(Runnable step) {
        written = written.thenRunAsync(step, writer);
    }

    private static void settle(CompletableFuture<Void> work) {
        try {
            work.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    private void commitNow(long before, long position) {
        int moved = before == 0
                ? behind.update(
                        "insert into " + Views.POSITION + " (name, position) select ?, ? where not exists"
                                + " (select 1 from " + Views.POSITION + " where name = ?)",
                        ViewPosition.NAME,
                        position,
                        ViewPosition.NAME)
                : behind.update(
                        "update " + Views.POSITION + " set position = ? where name = ? and position = ?",
                        position,
                        ViewPosition.NAME,
                        before);
        if (moved != 1) {
            throw new TakenOver();
        }
        try {
            connection.commit();
        } catch (SQLException e) {
            throw unreachable(e);
        }
    }

    /** Ends when what was handed over is done; throws what stood in its way. */
    @Override
    public void close() {
        try (connection;
                writer) {
            settle();
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
