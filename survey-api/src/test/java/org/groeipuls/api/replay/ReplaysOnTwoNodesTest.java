package org.groeipuls.api.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.groeipuls.api.Server;
import org.groeipuls.api.replay.Job.State;
import org.groeipuls.api.replay.Replays.TooManyReplays;
import org.groeipuls.api.storage.Scratch;
import org.groeipuls.refusal.Refusal;
import org.groeipuls.replay.Views;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Replays of a long history on two nodes over one PostgreSQL: how far, broken off, too many, and who goes on. */
@Tag("ci")
@TestMethodOrder(OrderAnnotation.class)
class ReplaysOnTwoNodesTest {
    /** Events after a past of many figures; each is looked up, so that a replay takes a while. */
    private static final int MORE = 40_000;

    private static final long PATIENCE_NANOS = 120_000_000_000L;
    private static final List<Server> NODES = Server.nodesOnPostgres(2, "replay_nodes");
    private static final Store STORE = filled();

    private final Server one = NODES.getFirst();
    private final Replays replays = one.bean(Replays.class);

    private static Store filled() {
        NODES.forEach(node -> node.bean(StreamingEventProcessor.class).shutDown());
        var store = new Store(NODES.getFirst().bean(DataSource.class), "postgresql");
        store.past(new RandomPast(26, 150));
        store.jdbc()
                .update("insert into history_event (event_identifier, aggregate_identifier,"
                        + " sequence_number, type, payload_type, payload_revision, time_stamp, payload, meta_data)"
                        + " select 'more' || n, 'pulse:more' || n, 0, 'x', 'PulseOpened', '1',"
                        + " '2050-01-01T00:00:00.000Z', '{\"pulse\":\"more' || n || '\"}', '{}'"
                        + " from generate_series(1, " + MORE + ") as numbers(n)");
        return store;
    }

    @AfterEach
    void nothing_is_left() {
        replays.all().forEach(job -> replays.delete(job.id()));
        until("all tables are removed", () -> tables().isEmpty());
    }

    private static List<String> tables() {
        return Scratch.all(STORE.source(), "replay_");
    }

    private static void until(String what, BooleanSupplier done) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!done.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what).isLessThan(end);
            LockSupport.parkNanos(5_000_000);
        }
    }

    private Job job(ReplayId id) {
        return replays.find(id).orElseThrow();
    }

    private ReplayId begun() {
        return replays.begin(Store.nothing()).id();
    }

    private ReplayId running() {
        var id = begun();
        until("it is on its way", () -> job(id).done() > 0);
        return id;
    }

    private void done(ReplayId id) {
        until("it is done", () -> job(id).state().isOver());
        assertThat(job(id).state()).isEqualTo(State.DONE);
        assertThat(job(id).done()).isEqualTo(job(id).total()).isGreaterThan(MORE);
        for (var table : List.of("trend_point", "agenda_pulse", "register_intervention", "ruling_rule")) {
            assertThat(STORE.differing(id, table)).as(table).isZero();
        }
    }

    private record Seen(long done, long truth) {}

    /** What a job says and how much of history is in its tables, at one moment. */
    private static List<Seen> seen(ReplayId id) {
        return STORE.jdbc()
                .query(
                        "select done, (select count(*) from history_event where global_index <= (select position from"
                                + " replay_" + Views.LAYOUT + "_" + id.value() + ".view_position)) as truth"
                                + " from replay_job where job = ?",
                        (row, n) -> new Seen(row.getLong(1), row.getLong(2)),
                        id.value());
    }

    @Test
    @Order(1)
    void a_job_never_says_much_more_or_less_than_is_true() {
        var id = running();
        long total = job(id).total();
        Set<Seen> all = new HashSet<>();
        until("it is over", () -> {
            all.addAll(seen(id));
            return job(id).state().isOver();
        });

        assertThat(all).as("moments at which was looked").hasSizeGreaterThan(20);
        all.forEach(one -> assertThat((double) one.done() / total)
                .as("%s", one)
                .isCloseTo((double) one.truth() / total, within(.02)));
        done(id);
    }

    @Test
    @Order(2)
    void one_that_is_broken_off_stops_and_leaves_nothing() {
        var id = running();
        var other = NODES.getLast();

        assertThat(other.bean(Replays.class).cancel(id)).isTrue();

        assertThat(other.get("analyst", "/api/v1/jobs/" + id.value() + "/events")
                        .text())
                .contains("\"state\":\"cancelled\"");
        until("its tables are removed", () -> tables().isEmpty());
        assertThat(job(id).state()).isEqualTo(State.CANCELLED);
        assertThat(job(id).done()).isPositive().isLessThan(job(id).total());
        var trend = one.get("analyst", "/api/v1/replays/" + id.value() + "/trends?group=g0&construct=a");
        assertThat(trend.status()).isEqualTo(409);
        assertThat(trend.code()).isEqualTo("replay-not-done");
    }

    @Test
    @Order(3)
    void a_ninth_waits_until_one_of_eight_is_over() {
        for (int begun = 0; begun < Replays.MOST; begun++) {
            begun(NODES.get(begun % 2));
        }

        for (var node : NODES) {
            assertThatThrownBy(() -> begun(node)).isInstanceOfSatisfying(TooManyReplays.class, refusal -> {
                assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CONFLICT);
                assertThat(refusal.code()).isEqualTo("too-many-replays");
            });
        }

        replays.cancel(replays.all().getFirst().id());
        begun(NODES.getLast());
        assertThat(replays.all()).hasSize(Replays.MOST);
    }

    private static void begun(Server node) {
        node.bean(Replays.class).begin(Store.nothing());
    }

    @Test
    @Order(4)
    void whoever_takes_over_from_a_node_that_is_gone_or_only_seems_so_goes_on_where_it_was() {
        var id = begun();
        Set<String> workers = new HashSet<>();
        for (int time = 1; time <= 4; time++) {
            long more = (long) MORE * time / 6;
            until("it goes on", () -> job(id).done() > more);
            workers.add(worker(id));
            // from here on the row is of a node that was never heard of, while the one before is still at it
            STORE.jdbc().update("update replay_job set node = 'gone', alive_at = 0 where job = ?", id.value());
            until("somebody takes over", () -> !worker(id).equals("gone"));
        }

        done(id);
        assertThat(workers).doesNotContain("gone").isNotEmpty();
    }

    private static String worker(ReplayId id) {
        return STORE.jdbc()
                .queryForList("select coalesce(node, '') from replay_job where job = ?", String.class, id.value())
                .getFirst();
    }

    @Test
    @Order(5)
    void when_a_node_is_stopped_the_other_one_goes_on() {
        var id = running();
        var worker = worker(id);
        long total = job(id).total();

        NODES.getFirst().context().getBean(ReplayRunner.class).stop();
        boolean first = !worker(id).equals(worker) || job(id).state() == State.WAITING;
        if (!first) {
            NODES.getFirst().context().getBean(ReplayRunner.class).start();
            NODES.getLast().context().getBean(ReplayRunner.class).stop();
        }

        assertThat(job(id).done()).isPositive().isLessThan(total);
        done(id);
        NODES.get(first ? 0 : 1).context().getBean(ReplayRunner.class).start();
    }

    @Test
    @Order(6)
    void a_session_that_the_database_cuts_off_costs_a_stretch_and_not_the_job() {
        var id = running();
        var position = "replay_" + Views.LAYOUT + "_" + id.value() + ".view_position";
        var cut = "select pg_terminate_backend(pid) from pg_locks where mode = 'RowShareLock' and relation = '"
                + position + "'::regclass";

        // between two stretches nobody holds it
        until("it is cut off", () -> !STORE.jdbc().queryForList(cut).isEmpty());
        assertThat(job(id).done()).isLessThan(job(id).total());
        done(id);
    }
}
