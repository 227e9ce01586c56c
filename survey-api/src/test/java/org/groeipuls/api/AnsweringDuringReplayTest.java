package org.groeipuls.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleSupplier;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.groeipuls.api.replay.Job;
import org.groeipuls.api.replay.Job.State;
import org.groeipuls.api.replay.ReplayTerms;
import org.groeipuls.api.replay.Replays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a replay costs those who answer: how many ballots in a time four senders get taken who send as fast as they can,
 * and how long one takes at 83 a second, with and without a replay in turn. Senders and server share the computer.
 */
@Tag("full")
class AnsweringDuringReplayTest {
    private static final int COPIES = Integer.getInteger("answering.copies", 15_000);
    private static final int ROUNDS = Integer.getInteger("answering.rounds", 5);
    private static final int PEOPLE = 200;
    private static final int SENDERS = 4;
    private static final long WINDOW_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final int A_SECOND = 83;
    private static final double LEAST_KEPT = .8;
    private static final double MOST_MILLIS = 300;
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

    private final AtomicInteger sequence = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();

    @Test
    void on_h2_a_replay_takes_little_from_those_who_answer() throws InterruptedException {
        var server = Server.alone();
        try {
            measure("h2", server, "system_range(1, " + COPIES + ") as numbers(n)");
        } finally {
            server.context().close();
        }
    }

    @Test
    void on_postgresql_a_replay_takes_little_from_those_who_answer() throws InterruptedException {
        measure(
                "postgresql",
                Server.nodesOnPostgres(1, "answering").getFirst(),
                "generate_series(1, " + COPIES + ") as numbers(n)");
    }

    private void measure(String store, Server server, String numbers) throws InterruptedException {
        var survey = new Survey(server);
        var ballots = ballots(survey, server, numbers);
        burst(ballots); // warm
        var kept = new ArrayList<Double>();
        var quick = new ArrayList<Double>();
        var quickAlone = new ArrayList<Double>();
        for (int round = 0; round < ROUNDS; round++) {
            double alone = burst(ballots);
            double beside = duringReplay(server, () -> burst(ballots));
            kept.add(beside / alone);
            double alone99 = steady(ballots);
            double beside99 = duringReplay(server, () -> steady(ballots));
            quickAlone.add(alone99);
            quick.add(beside99);
            System.out.printf(
                    "%s, round %d: %.0f ballots/s alone, %.0f beside a replay (%.2f); at %d/s p99 %.0f ms alone, %.0f ms beside one%n",
                    store, round + 1, alone, beside, beside / alone, A_SECOND, alone99, beside99);
        }
        System.out.printf(
                "%s, medians of %d: %.2f of the ballots, p99 %.0f ms (alone %.0f ms); %d refused%n",
                store, ROUNDS, median(kept), median(quick), median(quickAlone), refused.get());
        assertThat(refused.get()).isZero();
        assertThat(median(kept)).as("kept of what is taken without a replay").isGreaterThanOrEqualTo(LEAST_KEPT);
        assertThat(median(quick)).as("milliseconds").isLessThan(MOST_MILLIS);
    }

    /** Sends one more ballot, and says whether it was taken. */
    private interface Ballots {
        boolean send();
    }

    /** A past of many copies of one counted pulse, which the live views do not take in, and another pulse that is open. */
    private Ballots ballots(Survey survey, Server server, String numbers) {
        var teams = new String[] {survey.team("a", 9), survey.team("b", 9), survey.team("c", 9)};
        var past = survey.opened("past", teams);
        for (var team : teams) {
            survey.answer(past, survey.codes(past, team), 7);
        }
        survey.close();
        var asked = survey.team("large", PEOPLE);
        var open = survey.opened("open", asked);
        var codes = survey.codes(open, asked);
        server.bean(StreamingEventProcessor.class).shutDown();
        server.bean(JdbcClient.class)
                .sql("insert into history_event (event_identifier, aggregate_identifier, sequence_number, type,"
                        + " payload_type, payload_revision, time_stamp, payload, meta_data)"
                        + " select event_identifier || '-' || n, aggregate_identifier || '-' || n, sequence_number,"
                        + " type, payload_type, payload_revision, time_stamp,"
                        + " replace(payload, '" + past + "', '" + past + "-' || n), meta_data"
                        + " from " + numbers + ", history_event where aggregate_identifier in"
                        + " ('pulse:" + past + "', 'release:" + past + "') order by n, global_index")
                .update();
        return () -> {
            int next = sequence.getAndIncrement();
            var code = codes.get(next % codes.size());
            var reply = survey.send(Survey.ballot(open, code, 1L + next / codes.size(), next % codes.size()));
            if (reply.status() / 100 != 2) {
                refused.incrementAndGet();
            }
            return reply.status() / 100 == 2;
        };
    }

    private static double duringReplay(Server server, DoubleSupplier work) {
        var replays = server.bean(Replays.class);
        var id = replays.begin(new ReplayTerms(null, null, null, null, null)).id();
        until(() -> replays.find(id).filter(job -> job.done() > 0).isPresent());
        double measured = work.getAsDouble();
        assertThat(replays.find(id).map(Job::state))
                .as("the replay lasted longer; else more copies are needed")
                .contains(State.RUNNING);
        replays.delete(id);
        return measured;
    }

    private static void until(BooleanSupplier done) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!done.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(end);
            LockSupport.parkNanos(5_000_000);
        }
    }

    /** Ballots a second of senders who each wait for an answer only. */
    private static double burst(Ballots ballots) {
        var taken = new AtomicInteger();
        long begun = System.nanoTime();
        try (var senders = Executors.newFixedThreadPool(SENDERS)) {
            for (int sender = 0; sender < SENDERS; sender++) {
                senders.execute(() -> {
                    while (System.nanoTime() - begun < WINDOW_NANOS) {
                        if (ballots.send()) {
                            taken.incrementAndGet();
                        }
                    }
                });
            }
        }
        return taken.get() / ((System.nanoTime() - begun) / 1e9);
    }

    /** The 99th percentile of milliseconds from when a ballot was due, of those that arrive at their own pace. */
    private static double steady(Ballots ballots) {
        var millis = new ConcurrentLinkedQueue<Double>();
        long begun = System.nanoTime();
        try (var clock = Executors.newSingleThreadScheduledExecutor();
                var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            int many = (int) (WINDOW_NANOS / 1_000_000_000L * A_SECOND);
            for (int at = 0; at < many; at++) {
                long due = begun + at * (1_000_000_000L / A_SECOND);
                clock.schedule(
                        () -> senders.execute(() -> {
                            ballots.send();
                            millis.add((System.nanoTime() - due) / 1e6);
                        }),
                        Math.max(0, due - System.nanoTime()),
                        TimeUnit.NANOSECONDS);
            }
            clock.shutdown();
            assertThat(clock.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        var sorted = millis.stream().mapToDouble(one -> one).sorted().toArray();
        return sorted[(int) Math.ceil(sorted.length * .99) - 1];
    }

    private static double median(List<Double> values) {
        var sorted = values.stream().mapToDouble(one -> one).toArray();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
