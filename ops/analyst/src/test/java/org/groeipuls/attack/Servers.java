package org.groeipuls.attack;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.groeipuls.api.storage.HistoryStore;
import org.groeipuls.api.storage.Rebuild;
import org.groeipuls.api.storage.ViewPosition;
import org.groeipuls.api.wiring.GroeipulsServer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A demonstration of the product on a free port over one of its stores, with all its files in one folder. */
final class Servers implements AutoCloseable {
    private final String store;
    private final Path folder;
    private final @Nullable EmbeddedPostgres postgres;
    private final ConfigurableApplicationContext context;

    private Servers(String store, Path folder, @Nullable EmbeddedPostgres postgres, List<String> more) {
        this.store = store;
        this.folder = folder;
        this.postgres = postgres;
        List<String> arguments = new ArrayList<>(List.of(
                "--groeipuls.demonstration=true",
                "--groeipuls.data=" + folder.resolve("data"),
                "--groeipuls.vault=" + folder.resolve("vault"),
                "--logging.file.name=" + folder.resolve("logs/groeipuls.log"),
                "--logging.threshold.console=off",
                "--server.tomcat.basedir=" + folder.resolve("tomcat"),
                "--server.port=0"));
        arguments.addAll(more);
        if (more.stream().noneMatch(setting -> setting.startsWith("--groeipuls.tick="))) {
            arguments.add("--groeipuls.tick=1h");
        }
        this.context = GroeipulsServer.start(arguments.toArray(String[]::new));
    }

    static Servers onH2(Path folder) {
        return onH2(folder, List.of());
    }

    static Servers onH2(Path folder, List<String> more) {
        return new Servers("H2", folder, null, more);
    }

    static Servers onPostgres(Path folder) {
        return onPostgres(folder, List.of());
    }

    static Servers onPostgres(Path folder, List<String> more) {
        try {
            var postgres = EmbeddedPostgres.builder()
                    .setDataDirectory(folder.resolve("postgres"))
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .start();
            try (var connection = postgres.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("create database history");
                statement.execute("create database box");
            }
            List<String> settings = new ArrayList<>(List.of(
                    "--spring.datasource.url=" + postgres.getJdbcUrl("postgres", "history"),
                    "--spring.datasource.username=postgres",
                    "--groeipuls.box.url=" + postgres.getJdbcUrl("postgres", "box"),
                    "--groeipuls.box.user=postgres"));
            settings.addAll(more);
            return new Servers("PostgreSQL", folder, postgres, settings);
        } catch (IOException | SQLException failed) {
            throw new IllegalStateException("PostgreSQL does not start", failed);
        }
    }

    String store() {
        return store;
    }

    /** Throws all views away and waits until they are built anew. */
    void rebuild() {
        context.getBean(Rebuild.class).begin();
        var head = context.getBean(HistoryStore.class).head();
        context.getBean(ViewPosition.class).await(head, Duration.ofSeconds(60));
    }

    /** Everything that somebody with access to the disks can copy. */
    Places places() {
        List<Path> folders = new ArrayList<>(List.of(folder.resolve("data"), folder.resolve("logs")));
        folders.add(folder.resolve("tomcat"));
        List<String> databases = new ArrayList<>();
        if (postgres != null) {
            folders.add(folder.resolve("postgres"));
            databases.add(postgres.getJdbcUrl("postgres", "history"));
            databases.add(postgres.getJdbcUrl("postgres", "box"));
        }
        return new Places(folders, folder.resolve("vault"), databases);
    }

    JdbcClient database() {
        return context.getBean(JdbcClient.class);
    }

    Api api() {
        return new Api(address(), Map.of());
    }

    URI address() {
        return URI.create(
                "http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
    }

    @Override
    public void close() {
        context.close();
        if (postgres != null) {
            try {
                postgres.close();
            } catch (IOException failed) {
                throw new IllegalStateException("PostgreSQL does not stop", failed);
            }
        }
    }
}
