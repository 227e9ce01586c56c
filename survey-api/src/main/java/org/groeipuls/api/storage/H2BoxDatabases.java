package org.groeipuls.api.storage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.groeipuls.ballot.BoxDatabase;
import org.groeipuls.ballot.BoxDatabases;

/** The boxes of all pulses as H2 files in one folder, one file per pulse, named by a hash of the pulse's id. */
public final class H2BoxDatabases implements BoxDatabases, AutoCloseable {
    private static final String PREFIX = "box-";
    private static final String FILE = ".mv.db";

    private final Path folder;
    private final String scheme;
    private final PlaceFile place;
    private final Function<DataSource, StoreSync> syncs;
    private final Map<String, File> opened = new ConcurrentHashMap<>();

    /**
     * @param folder where the files lie; made, for its owner only, unless it is there
     * @param onStorageError told once per box when its file failed to write: from then on nothing may be acknowledged
     */
    public H2BoxDatabases(Path folder, Consumer<Throwable> onStorageError) {
        this(folder, "", store -> H2Sync.over(store, onStorageError));
    }

    /**
     * For fault tests: with a file system of H2 between database and disk, and another way of syncing.
     *
     * @param scheme H2's name of the file system, such as {@code slow:}
     * @param syncs makes the sync of one box; closed with it when it can be closed
     */
    public H2BoxDatabases(Path folder, String scheme, Function<DataSource, StoreSync> syncs) {
        this.folder = folder.toAbsolutePath();
        this.scheme = scheme;
        this.syncs = syncs;
        make(this.folder);
        this.place = PlaceFile.found(this.folder);
    }

    @Override
    public BoxDatabase open(String pulse) {
        return opened.computeIfAbsent(PREFIX + PulseHash.of(pulse), name -> {
            place.require();
            return open0(name);
        });
    }

    @Override
    public Optional<BoxDatabase> find(String pulse) {
        return find0(PREFIX + PulseHash.of(pulse));
    }

    @Override
    public Set<String> left(Set<String> pulses) {
        Set<String> names = files().stream()
                .map(file -> file.getFileName().toString().split("\\.", 2)[0])
                .collect(Collectors.toSet());
        return pulses.stream()
                .filter(pulse -> names.contains(PREFIX + PulseHash.of(pulse)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public String identity() {
        return place.require();
    }

    private Optional<BoxDatabase> find0(String name) {
        return Optional.ofNullable(opened.computeIfAbsent(name, absent -> {
            place.require(); // what is not in another folder is not lost
            return Files.exists(folder.resolve(absent + FILE)) ? open0(absent) : null;
        }));
    }

    @Override
    public void drop(String pulse) {
        String name = PREFIX + PulseHash.of(pulse);
        opened.compute(name, (same, file) -> {
            if (file != null) {
                file.drop();
            }
            try {
                for (Path path : files()) {
                    if (path.getFileName().toString().startsWith(name + ".")) {
                        Files.deleteIfExists(path);
                    }
                }
                PlaceFile.sync(folder);
            } catch (IOException failed) {
                throw new UncheckedIOException("Cannot delete the box " + name + " in " + folder, failed);
            }
            return null;
        });
    }

    /** Closes all files. */
    @Override
    public void close() {
        opened.values().forEach(File::close);
        opened.clear();
    }

    private File open0(String name) {
        // the default WRITE_DELAY: what is acknowledged is decided by the sync, not by the URL
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:h2:" + scheme + folder.resolve(name) + ";DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0"
                + ";LOCK_TIMEOUT=1000");
        config.setUsername("box");
        config.setPassword("");
        config.setPoolName(name);
        config.setMaximumPoolSize(9);
        config.setConnectionTimeout(4_000);
        HikariDataSource pool;
        try {
            pool = new HikariDataSource(config);
        } catch (RuntimeException failed) {
            throw damaged(name, failed);
        }
        try {
            requireWhole(pool);
            PlaceFile.sync(folder);
            return new File(pool, syncs.apply(pool));
        } catch (SQLException | IOException | RuntimeException failed) {
            pool.close();
            throw damaged(name, failed);
        }
    }

    // H2 finds torn pages when it reads them, so each is read once before anything is promised
    private static void requireWhole(DataSource pool) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            requireNoneInDoubt(statement);
            List<String> tables = new ArrayList<>();
            try (ResultSet row = statement.executeQuery(
                    "SELECT table_name FROM information_schema.tables WHERE table_schema = 'PUBLIC'")) {
                while (row.next()) {
                    tables.add(row.getString(1));
                }
            }
            for (String table : tables) {
                try (ResultSet row = statement.executeQuery("SELECT * FROM \"" + table + "\"")) {
                    while (row.next()) {
                        row.getObject(1);
                    }
                }
            }
        }
    }

    private static void requireNoneInDoubt(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("SELECT COUNT(*) FROM information_schema.in_doubt")) {
            if (row.next() && row.getInt(1) > 0) {
                throw new SQLException("It holds transactions that are neither committed nor rolled back");
            }
        }
    }

    private IllegalStateException damaged(String name, Exception cause) {
        return new IllegalStateException(
                "The box " + folder.resolve(name + FILE) + " cannot be read whole: check that no other process has it"
                        + " open, put the file back, or cancel its pulse",
                cause);
    }

    private List<Path> files() {
        try (var paths = Files.list(folder)) {
            return paths.sorted().toList();
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot list " + folder, failed);
        }
    }

    private static void make(Path folder) {
        try {
            if (!Files.isDirectory(folder)) {
                Path parent = Files.createDirectories(folder).getParent();
                if (posix(folder)) {
                    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
                }
                PlaceFile.sync(parent == null ? folder : parent);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot make the folder of the boxes, " + folder, failed);
        }
    }

    private static boolean posix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static final class File implements BoxDatabase {
        private final HikariDataSource pool;
        private final StoreSync sync;
        private volatile boolean dropped;

        private File(HikariDataSource pool, StoreSync sync) {
            this.pool = pool;
            this.sync = sync;
        }

        @Override
        public Connection connect() throws SQLException {
            if (dropped) {
                throw new SQLException("The box was destroyed", "42S02"); // what a dropped table says
            }
            return pool.getConnection();
        }

        @Override
        public String table(String name) {
            return name;
        }

        @Override
        public void awaitDurable() {
            sync.awaitDurable();
        }

        private void drop() {
            dropped = true;
            close();
        }

        private void close() {
            try {
                if (sync instanceof AutoCloseable closeable) {
                    closeable.close();
                }
            } catch (Exception failed) {
                throw new IllegalStateException("The sync of a box cannot be closed", failed);
            } finally {
                pool.close();
            }
        }
    }
}
