package org.groeipuls.api.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.groeipuls.api.Server;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** How long a large history takes to be taken in, checked, proven and exported; {@code -Dtree.events=} for another size. */
@Tag("full")
class MillionEventsTest {
    private static final int EVENTS = Integer.getInteger("tree.events", 1_000_000);
    private static final LocalDate DAY = LocalDate.of(2031, 1, 1);
    private static final String ROWS = "insert into history_event (event_identifier, aggregate_identifier,"
            + " sequence_number, type, payload_type, payload_revision, time_stamp, payload, meta_data)"
            + " select 'e' || n, 'pulse:p' || n, 0, 'Pulse', 'PulseOpened', '1', '2026-01-01T00:00:00.000Z',"
            + " '{\"pulse\":\"p' || n || '\"}', '{}' from ";

    @Test
    void of_h2_a_million_events_are_checked_within_a_minute() {
        var server = Server.alone();
        try {
            measured(server, "system_range(1, " + EVENTS + ") as numbers(n)");
        } finally {
            server.context().close();
        }
    }

    @Test
    void of_postgres_a_million_events_are_checked_within_a_minute() {
        measured(Server.nodesOnPostgres(1, "million").getFirst(), "generate_series(1, " + EVENTS + ") as numbers(n)");
    }

    private static void measured(Server server, String numbers) {
        // the views would take in every one of them
        server.bean(StreamingEventProcessor.class).shutDown();
        server.bean(JdbcClient.class).sql(ROWS + numbers).update();
        var tree = server.bean(HistoryTree.class);

        seconds("taken in", tree::catchUp);
        double checked = seconds("checked", () -> tree.check(DAY));
        assertThat(tree.fault()).isEmpty();
        long size = tree.sign(DAY).size();
        double proven = seconds("100 leaves proven", () -> {
            for (int i = 1; i <= 100; i++) {
                tree.inclusion(size / 101 * i, size);
            }
        });
        seconds("summed up", () -> server.get("analyst", "/api/v1/history/summary"));
        seconds("exported", () -> exported(server, size));

        assertThat(checked).isLessThan(60);
        assertThat(proven).isLessThan(5);
    }

    private static void exported(Server server, long size) {
        var json = JsonMapper.builder().build();
        long after = 0;
        long events = 0;
        while (true) {
            var lines = server.get("analyst", "/api/v1/history/events?limit=10000&after=" + after)
                    .text()
                    .lines()
                    .toList();
            if (lines.isEmpty()) {
                break;
            }
            events += lines.size();
            after = json.readTree(lines.getLast()).get("position").asLong();
        }
        assertThat(events).isEqualTo(size);
    }

    private static double seconds(String what, Runnable work) {
        long from = System.nanoTime();
        work.run();
        double took = (System.nanoTime() - from) / 1e9;
        System.out.printf("%,d events %s: %.1f s, heap in use %d MB%n", EVENTS, what, took, used());
        return took;
    }

    private static long used() {
        var runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
    }
}
