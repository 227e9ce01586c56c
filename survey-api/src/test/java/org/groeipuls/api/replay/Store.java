package org.groeipuls.api.replay;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.groeipuls.api.job.Pace;
import org.groeipuls.api.storage.BulkReader;
import org.groeipuls.api.storage.EventNames;
import org.groeipuls.api.storage.StrictJson;
import org.groeipuls.replay.Folds;
import org.groeipuls.replay.Views;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** A database with history and live views, and what replays need of it. */
final class Store {
    private final DataSource source;
    private final EventNames events = EventNames.create();
    private final JsonMapper json = StrictJson.mapper();
    private final JdbcTemplate jdbc;
    private final AtomicLong now =
            new AtomicLong(Instant.parse("2030-01-01T00:00:00Z").toEpochMilli());
    private final InstantSource clock = () -> Instant.ofEpochMilli(now.get());
    private final JobTable jobs;
    private final Replays replays;
    private final Views live;

    Store(DataSource source, String vendor) {
        this.source = source;
        this.jdbc = new JdbcTemplate(source);
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration/" + vendor)
                .load()
                .migrate();
        jobs = new JobTable(JdbcClient.create(source), json, clock);
        replays = new Replays(jobs, source, json, () -> {});
        live = Views.over(JdbcClient.create(source), json);
    }

    /** Another past in the place of the one before, with its live views. */
    void past(RandomPast past) {
        Views.TABLES.forEach(table -> jdbc.execute("delete from " + table));
        jdbc.execute("delete from history_event");
        jdbc.execute("alter table history_event alter column global_index restart with 1");
        jdbc.execute("delete from replay_job");
        replays.tidy();
        past.into(source, events);
        var folds = new Folds(live.projections());
        past.events()
                .forEach(one -> folds.on(
                        one.aggregate() + "/" + one.sequence(),
                        one.event(),
                        one.day().atStartOfDay(ZoneOffset.UTC).toInstant()));
    }

    JobTable jobs() {
        return jobs;
    }

    Replays replays() {
        return replays;
    }

    Views live() {
        return live;
    }

    JdbcTemplate jdbc() {
        return jdbc;
    }

    DataSource source() {
        return source;
    }

    void later(long millis) {
        now.addAndGet(millis);
    }

    /** One who works on replays, so many events at a time. */
    ReplayWork work(int stretch) {
        return new ReplayWork(
                new BulkReader(source, events),
                jobs,
                replays,
                live.calibrations(),
                live.shelf(),
                json,
                () -> now.addAndGet(1000),
                new Pace(() -> false),
                stretch);
    }

    /** Rows of a table that are not in both. */
    long differing(ReplayId replay, String table) {
        var other = "replay_" + Views.LAYOUT + "_" + replay.value() + "." + table;
        return List.of(other, table).stream()
                .mapToLong(one -> Objects.requireNonNull(jdbc.queryForObject(
                        "select count(*) from (select * from %s except select * from %s) one"
                                .formatted(one, one.equals(table) ? other : table),
                        Long.class)))
                .sum();
    }

    static ReplayTerms nothing() {
        return new ReplayTerms(null, null, null, null, null);
    }

    static ReplayTerms upTo(LocalDate day) {
        return new ReplayTerms(null, null, null, null, day);
    }
}
