package org.groeipuls.api.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.groeipuls.api.job.Headway;
import org.groeipuls.api.job.Pace;
import org.groeipuls.api.job.Turns;
import org.groeipuls.api.rebuild.RebuildJob.State;
import org.groeipuls.api.rebuild.RebuildRunner.Making;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** A rebuild outlives the node that works on it. */
class RebuildRunnerTest {
    private Instant now = Instant.parse("2027-03-03T08:00:00Z");
    private final RebuildTable jobs = new RebuildTable(JdbcClient.create(tables()), () -> now);
    private final Semaphore bell = new Semaphore(0);
    private final Rebuilds rebuilds = new Rebuilds(jobs, bell::release);
    private final AtomicLong running = new AtomicLong();
    private final List<Boolean> afresh = new ArrayList<>();

    private static DriverManagerDataSource tables() {
        var source = new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
        new ResourceDatabasePopulator(
                        new ClassPathResource("db/migration/h2/V28__rebuild_job.sql"),
                        new ClassPathResource("db/migration/h2/V30__rebuild_millis.sql"))
                .execute(source);
        return source;
    }

    private SortedMap<String, Long> whole(boolean fromTheStart) {
        afresh.add(fromTheStart);
        return new TreeMap<>(java.util.Map.of("trend_point", 3L));
    }

    private RebuildJob over(Making work, String job) {
        var runner = new RebuildRunner(jobs, work, new Pace(() -> false), running::get, bell);
        runner.start();
        try {
            Awaitility.await()
                    .until(() -> rebuilds.find(job).orElseThrow().state().isOver());
        } finally {
            runner.stop();
        }
        return rebuilds.find(job).orElseThrow();
    }

    @Test
    void what_was_asked_for_is_done_from_the_start_and_says_what_it_mended() {
        var job = rebuilds.begin();
        assertThat(rebuilds.begin()).isEqualTo(job);
        assertThat(job.differed()).isNull();

        var done = over(
                (fresh, progress) -> {
                    progress.at(500, 900);
                    return whole(fresh);
                },
                job.job());

        assertThat(done.state()).isEqualTo(State.DONE);
        assertThat(done.done()).isEqualTo(900);
        assertThat(done.differed()).isEqualTo(3);
        assertThat(afresh).containsExactly(true);
    }

    @Test
    void what_a_killed_node_had_begun_is_gone_on_with_once_it_has_been_silent() {
        var job = rebuilds.begin().job();
        assertThat(jobs.claim("killed")).isPresent();
        assertThat(jobs.goesOn(job, "killed", new Headway(500, 900, Duration.ofSeconds(5))))
                .isTrue();

        assertThat(jobs.claim("another")).isEmpty();
        now = now.plus(Turns.SILENCE).plus(Duration.ofSeconds(1));
        var done = over((fresh, progress) -> whole(fresh), job);

        assertThat(done.state()).isEqualTo(State.DONE);
        assertThat(afresh).containsExactly(false);
        assertThat(jobs.goesOn(job, "killed", new Headway(600, 900, Duration.ofSeconds(6))))
                .isFalse();
    }

    @Test
    void it_says_how_far_it_is_and_how_much_longer_it_takes_as_a_replay_does() {
        var job = rebuilds.begin().job();
        List<Duration> left = new ArrayList<>();
        assertThat(rebuilds.find(job).orElseThrow().eta()).isNull();

        var done = over(
                (fresh, progress) -> {
                    for (long read = 100; read <= 400; read += 100) {
                        running.addAndGet(1000);
                        progress.at(read, 400);
                        var seen = rebuilds.find(job).orElseThrow();
                        assertThat(seen.done()).isEqualTo(read);
                        assertThat(seen.total()).isEqualTo(400);
                        left.add(Objects.requireNonNull(seen.eta()));
                    }
                    return whole(fresh);
                },
                job);

        assertThat(left)
                .containsExactly(Duration.ofSeconds(3), Duration.ofSeconds(2), Duration.ofSeconds(1), Duration.ZERO);
        assertThat(done.eta()).isNull();
    }

    @Test
    void what_others_spent_on_it_counts_for_how_much_longer_it_takes() {
        var job = rebuilds.begin().job();
        jobs.claim("killed");
        jobs.goesOn(job, "killed", new Headway(500, 1000, Duration.ofSeconds(5)));
        now = now.plus(Turns.SILENCE).plus(Duration.ofSeconds(1));

        over(
                (fresh, progress) -> {
                    running.addAndGet(1000);
                    progress.at(600, 1000);
                    assertThat(rebuilds.find(job).orElseThrow().eta()).isEqualTo(Duration.ofSeconds(4));
                    return whole(fresh);
                },
                job);
        assertThat(rebuilds.find(job).orElseThrow().state()).isEqualTo(State.DONE);
    }

    @Test
    void what_fails_says_so_and_holds_up_nothing_after_it() {
        var job = rebuilds.begin().job();
        assertThat(over(
                                (fresh, progress) -> {
                                    throw new IllegalStateException("planted");
                                },
                                job)
                        .state())
                .isEqualTo(State.FAILED);

        var next = rebuilds.begin().job();
        assertThat(next).isNotEqualTo(job);
        assertThat(over((fresh, progress) -> whole(fresh), next).state()).isEqualTo(State.DONE);
    }
}
