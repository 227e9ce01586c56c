package org.groeipuls.api.wiring;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.AnnotationCommandHandlerAdapter;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.groeipuls.anonymity.FileVault;
import org.groeipuls.anonymity.KeyEncryption;
import org.groeipuls.anonymity.MirrorKeys;
import org.groeipuls.anonymity.TextKeys;
import org.groeipuls.anonymity.Vault;
import org.groeipuls.api.storage.H2BoxDatabases;
import org.groeipuls.api.storage.HistoryStore;
import org.groeipuls.api.storage.PostgresBoxDatabases;
import org.groeipuls.api.storage.StorePlaces;
import org.groeipuls.api.storage.StorePlaces.Place;
import org.groeipuls.ballot.BallotBoxes;
import org.groeipuls.ballot.BallotDesk;
import org.groeipuls.ballot.BoxDatabases;
import org.groeipuls.ballot.DatabaseBoxes;
import org.groeipuls.release.Counting;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The plane of the ballots: its own databases, its own command bus without interceptors or metadata, and the vault. It
 * shares no data source, transaction manager or bus with history or roster.
 */
@Configuration(proxyBeanMethods = false)
class BoxWiring {
    /** Shorter than the five seconds within which every request is answered. */
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    @Bean
    FileVault vault(Settings settings) {
        var wrapping = settings.vaultKey();
        return FileVault.at(
                settings.vault(), wrapping == null ? KeyEncryption.none() : KeyEncryption.aes(read(wrapping)));
    }

    private static byte[] read(Path key) {
        try {
            return Files.readAllBytes(key);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("groeipuls.vault-key names a file that cannot be read: " + key, unreadable);
        }
    }

    @Bean
    BoxPlane boxPlane(Settings settings, StorageErrors errors) {
        var box = settings.box();
        if (box == null) {
            return new BoxPlane(new H2BoxDatabases(settings.data().resolve("boxes"), errors::first), null);
        }
        var config = new HikariConfig();
        config.setPoolName("box");
        config.setJdbcUrl(box.url());
        config.setUsername(box.user());
        config.setPassword(box.password());
        config.setMaximumPoolSize(16);
        config.setConnectionTimeout(PATIENCE.toMillis());
        config.setConnectionInitSql("set lock_timeout = " + PATIENCE.toMillis());
        var source = new HikariDataSource(config);
        return new BoxPlane(new PostgresBoxDatabases(source), source);
    }

    @Bean
    DatabaseBoxes ballotBoxes(BoxPlane plane, Vault vault) {
        return new DatabaseBoxes(plane.databases(), vault::boxSecret);
    }

    /** Made before anything is done with pulses: a node that was given another vault or place does not start. */
    @Bean
    StorePlaces storePlaces(
            JdbcClient jdbc, HistoryStore history, Vault vault, BallotBoxes boxes, BoxPlane plane, Settings settings) {
        var database = settings.box() != null;
        return new StorePlaces(
                jdbc,
                List.of(
                        new Place(
                                "vault",
                                "groeipuls.vault (" + settings.vault() + ")",
                                settings.vaultLost(),
                                vault::identity,
                                () -> running(history, "PulseIssued"),
                                pulses -> {
                                    var there = vault.pulses();
                                    there.retainAll(pulses);
                                    return there;
                                }),
                        new Place(
                                "boxes",
                                database ? "groeipuls.box.url" : "groeipuls.data (" + settings.data() + ")",
                                settings.boxesLost(),
                                plane.databases()::identity,
                                () -> running(history, "PulseOpened"),
                                boxes::left)));
    }

    private static Set<String> running(HistoryStore history, String since) {
        return history.begun(since, Set.of("PulseCounted", "PulseCancelled")).stream()
                .map(aggregate -> aggregate.substring(aggregate.indexOf(':') + 1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Bean
    TextKeys textKeys(FileVault vault) {
        return vault.textKeys();
    }

    @Bean
    MirrorKeys mirrorKeys(FileVault vault) {
        return vault.mirrorKeys();
    }

    @Bean
    Counting counting(Vault vault, BallotBoxes boxes, TextKeys textKeys) {
        return new Counting(vault, boxes, textKeys);
    }

    @Bean
    CommandGateway ballotCommands(DatabaseBoxes boxes, InstantSource surveyClock) {
        var bus = SimpleCommandBus.builder().build();
        new AnnotationCommandHandlerAdapter<>(new BallotDesk(boxes, surveyClock, new SecureRandom())).subscribe(bus);
        return DefaultCommandGateway.builder().commandBus(bus).build();
    }

    /** The box databases with what has to be closed with them; the pool is no bean, so nothing watches it. */
    record BoxPlane(BoxDatabases databases, @Nullable HikariDataSource pool) implements DisposableBean {
        @Override
        public void destroy() {
            if (databases instanceof H2BoxDatabases files) {
                files.close();
            }
            if (pool != null) {
                pool.close();
            }
        }
    }
}
