package org.groeipuls.api.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
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
 * stretch is behind. The row that says how far it is stays locked, so two who would go on from the same place never write the
 * same rows: the second waits, and finds that it has moved. Whoever asks the {@link #client()} waits for it, and finds what it would have found without it. After
 * a failure nothing more is written; it is thrown to whoever comes next.
 */
public final class ScratchSession implements AutoCloseable {
    /** Long before a silent job is taken over, and much longer than a stretch takes. */
    private static final String WITHOUT_A_WORD = "20s";

    private final Connection connection;
    private final boolean postgres;
    private final JdbcClient client;
    private final JdbcTemplate behind;
    private final ExecutorService writer = Executors.newSingleThreadExecutor(Thread.ofPlatform()
            .daemon()
            .name("scratch-rows")
            .priority(Thread.MIN_PRIORITY)
            .factory());
    private final long begun;
    private CompletableFuture<Void> committed = CompletableFuture.completedFuture(null);
    private CompletableFuture<Void> written = committed;
    private boolean told;

    public ScratchSession(Scratch scratch) {
        try {
            connection = scratch.tables().getConnection();
            connection.setAutoCommit(false);
            postgres = connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
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
        try {
            begun = locked();
        } catch (RuntimeException e) {
            end();
            throw e;
        }
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

    /** How far it had been filled when this session began; 0 at the beginning. */
    public long position() {
        return begun;
    }

    /** How far it is, which nobody else changes as long as this transaction lasts. */
    private long locked() {
        if (postgres) {
            // of one who is cut off in the middle, the server would keep the lock for hours
            behind.execute("set local idle_in_transaction_session_timeout = '" + WITHOUT_A_WORD + "'");
        }
        return Objects.requireNonNull(behind.queryForObject(
                "select position from " + Views.POSITION + " where name = ? for update",
                Long.class,
                ViewPosition.NAME));
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

    private void settle(CompletableFuture<Void> work) {
        try {
            work.join();
        } catch (CompletionException e) {
            told = true;
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    private void commitNow(long before, long position) {
        int moved = behind.update(
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
        if (locked() != position) {
            throw new TakenOver();
        }
    }

    /** Ends when what was handed over is done; throws what stood in its way, unless it was thrown before. */
    @Override
    public void close() {
        try {
            if (!told) {
                settle();
            }
        } finally {
            end();
        }
    }

    private void end() {
        try (connection;
                writer) {
            writer.shutdown();
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
