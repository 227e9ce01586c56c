package org.groeipuls.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Two nodes over one PostgreSQL whose clockworks tick at the same moment, which the scheduler by itself prevents. */
@Tag("ci")
class ProgrammeOnTwoNodesTest {
    private static final int PULSES = 4;

    private final List<Server> nodes = Server.twoNodes("programme");
    private final Server one = nodes.getFirst();
    private final Survey survey = new Survey(one);
    private final String programme = survey.id("monthly");

    @Test
    void each_pulse_is_issued_opened_and_counted_exactly_once() throws Exception {
        var teams = new String[] {survey.team("a", 7), survey.team("b", 8), survey.team("c", 9)};
        survey.team("given-up", 0);
        survey.people(7, teams);
        var monday = LocalDate.ofInstant(one.now(), ZoneOffset.UTC)
                .plusDays(12)
                .with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        survey.put("/programmes/" + programme, """
                {'name':'Monthly','instrument':'groeipuls@1','cadence':{'rule':'FREQ=WEEKLY;INTERVAL=3','startsOn':'%s',\
                'zone':'Europe/Amsterdam','opensAt':'09:00'}}""".formatted(monday), 201);
        for (int number = 0; number < PULSES; number++) {
            var planned = occurrence(number);
            bothTo(at(planned, "ticketsFrom").minus(Duration.ofDays(6)));
            bothTo(at(planned, "opensAt").plusSeconds(1));
            bothTo(at(planned, "closesAt").plusSeconds(1));
        }
        for (var type : List.of("PulseIssued", "PulseOpened", "PulseClosed", "CountPublished", "PulseCounted")) {
            assertThat(events(type)).as(type).hasSize(PULSES);
        }
        var asked =
                survey.pulse(occurrence(PULSES - 1).path("pulse").asString()).path("groups");
        assertThat(asked.findValuesAsString("group"))
                .as("all groups with people in them")
                .containsExactly(teams);
        assertThat(events("OccurrenceIssued")).hasSize(PULSES);
        assertThat(events("OccurrenceHeldUp")).isEmpty();
        assertThat(events("OccurrenceSkipped")).isEmpty();
    }

    private void bothTo(Instant instant) throws Exception {
        List<Future<?>> done = new ArrayList<>();
        var go = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(nodes.size())) {
            for (var node : nodes) {
                done.add(threads.submit(() -> {
                    go.await();
                    node.clockTo(instant);
                    return node;
                }));
            }
            go.countDown();
            for (var node : done) {
                node.get();
            }
        }
    }

    private JsonNode occurrence(int number) {
        return one.get("hr", "/api/v1/programmes/" + programme)
                .json()
                .path("occurrences")
                .path(number);
    }

    private static Instant at(JsonNode occurrence, String what) {
        return Instant.parse(occurrence.path(what).asString());
    }

    private List<String> events(String type) {
        var text = one.get("analyst", "/api/v1/history/events?limit=10000&type=" + type)
                .text();
        return text.lines().filter(line -> line.contains(programme)).toList();
    }
}
