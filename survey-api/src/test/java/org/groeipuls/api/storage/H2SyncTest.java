package org.groeipuls.api.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class H2SyncTest {
    private final BlockingQueue<Throwable> errors = new LinkedBlockingQueue<>();

    @TempDir
    Path folder;

    private static DataSource database(String url) {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL(url);
        source.setUser("sa");
        return source;
    }

    /**
     * Copies of the file taken while the database is open are what a kill would leave behind. The long delay keeps H2 from
     * writing by itself before the positive control has looked.
     */
    @Test
    void what_was_committed_before_a_sync_is_in_the_file_after_it() throws Exception {
        DataSource store = database("jdbc:h2:" + folder.resolve("store") + ";WRITE_DELAY=60000");
        try (Connection connection = store.getConnection();
                H2Sync sync = H2Sync.over(store, errors::add)) {
            run(connection, "CREATE TABLE t (n INT)");
            sync.awaitDurable();
            run(connection, "INSERT INTO t SELECT * FROM SYSTEM_RANGE(1, 100)");
            assertThat(rowsInCopy("before")).as("positive control").isZero();

            sync.awaitDurable();

            assertThat(rowsInCopy("after")).isEqualTo(100);
        }
        assertThat(errors).isEmpty();
    }

    @Test
    void a_full_disk_refuses_everybody_for_ever_although_it_is_emptied_again() throws Exception {
        FullDisk.register();
        DataSource store = database("jdbc:h2:full:" + folder.resolve("store"));
        Connection connection = store.getConnection();
        try (H2Sync sync = H2Sync.over(store, errors::add)) {
            run(connection, "CREATE TABLE t (n INT)");
            sync.awaitDurable();
            FullDisk.fill(true);
            run(connection, "INSERT INTO t VALUES (1)"); // H2 itself takes it

            assertThatThrownBy(sync::awaitDurable).isInstanceOf(NotDurable.class);
            assertThat(errors.poll(10, TimeUnit.SECONDS)).isNotNull();
            FullDisk.fill(false);
            assertThatThrownBy(sync::awaitDurable).isInstanceOf(NotDurable.class);
            assertThat(errors).isEmpty();
        } finally {
            FullDisk.fill(false);
        }
    }

    @Test
    void only_a_file_of_this_process_can_be_synced() {
        DataSource memory = database("jdbc:h2:mem:");

        assertThatThrownBy(() -> H2Sync.over(memory, errors::add))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("H2 database in a file");
    }

    private int rowsInCopy(String name) throws Exception {
        Files.copy(folder.resolve("store.mv.db"), folder.resolve(name + ".mv.db"));
        try (Connection copy = database("jdbc:h2:" + folder.resolve(name)).getConnection();
                Statement statement = copy.createStatement();
                ResultSet row = statement.executeQuery("SELECT COUNT(*) FROM t")) {
            row.next();
            return row.getInt(1);
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
