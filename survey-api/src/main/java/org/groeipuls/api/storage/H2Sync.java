package org.groeipuls.api.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/**
 * Syncs an embedded H2 file store in groups. H2's default URL acknowledges a commit up to half a second before it
 * writes it, and {@code CHECKPOINT SYNC} alone returns too early while H2's background writer stands between
 * serialising and writing. So one sync is: write what is committed, wait until H2's own writers have drained, then
 * sync the file. This leans on H2's internals and is guarded by the fault tests and the pinned version of H2.
 */
public final class H2Sync implements StoreSync, AutoCloseable {
    private final Connection connection;
    private final GroupSync group;

    private H2Sync(Connection connection, GroupSync group) {
        this.connection = connection;
        this.group = group;
    }

    /**
     * Starts syncing; keeps one connection until it is closed.
     *
     * @param store an H2 database in a file that this process opened itself, with the default WRITE_DELAY
     * @param onFirstError told once when the store failed: from then on nothing may be acknowledged
     * @throws IllegalArgumentException when it is another kind of database
     */
    public static H2Sync over(DataSource store, Consumer<Throwable> onFirstError) {
        try {
            Connection connection = store.getConnection();
            try {
                Statement checkpoint = connection.createStatement();
                MVStore file = file(connection);
                GroupSync group = new GroupSync("h2", () -> drainAndSync(file, checkpoint), onFirstError);
                return new H2Sync(connection, group);
            } catch (SQLException | RuntimeException failed) {
                connection.close();
                throw failed;
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("Cannot connect to the store that is to be synced", failed);
        }
    }

    private static MVStore file(Connection connection) throws SQLException {
        if (connection.isWrapperFor(JdbcConnection.class)
                && connection.unwrap(JdbcConnection.class).getSession() instanceof SessionLocal session
                && session.getDatabase().isPersistent()) {
            return session.getDatabase().getStore().getMvStore();
        }
        throw new IllegalArgumentException("Only an H2 database in a file of this process can be synced by it: "
                + connection.getMetaData().getURL());
    }

    private static void drainAndSync(MVStore file, Statement checkpoint) throws SQLException {
        file.commit();
        file.getFileStore().executeFileStoreOperation(() -> {});
        checkpoint.execute("CHECKPOINT SYNC");
        MVStoreException broken = file.getPanicException();
        if (broken != null) {
            throw broken;
        }
        if (file.isClosed()) {
            throw new SQLException("The store was closed during the sync");
        }
    }

    @Override
    public void awaitDurable() {
        group.awaitDurable();
    }

    @Override
    public void close() {
        group.close();
        try {
            connection.close();
        } catch (SQLException closedAlready) {
            // nothing is left to release
        }
    }
}
