package org.groeipuls.system.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.groeipuls.api.storage.HistoryStore;
import org.groeipuls.api.storage.Rebuild;
import org.groeipuls.api.storage.ViewPosition;
import org.groeipuls.api.wiring.GroeipulsServer;
import org.groeipuls.pulse.Disclosure;
import org.groeipuls.simulation.Administration;
import org.groeipuls.simulation.AnswerSheet;
import org.groeipuls.simulation.Habits;
import org.groeipuls.simulation.Play;
import org.groeipuls.simulation.PulsePlan;
import org.groeipuls.simulation.SurveyClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** Which constants a pulse is counted with is decided by the day on which it closed, and by nothing that comes later. */
class ConstantsInForceTest {
    private static final Instant BEGIN = Instant.parse("2031-03-03T08:00:00Z");
    private static final String CONSTRUCT = "psychological-safety";

    @TempDir
    private Path folder;

    private ConfigurableApplicationContext server;
    private SurveyClient client;

    @BeforeEach
    void start() {
        server = GroeipulsServer.start(
                "--groeipuls.demonstration=true",
                "--groeipuls.data=" + folder.resolve("data"),
                "--groeipuls.tick=1h",
                "--server.port=0");
        var port = Objects.requireNonNull(server.getEnvironment().getProperty("local.server.port"));
        client = new SurveyClient(URI.create("http://127.0.0.1:" + port));
        client.clock(BEGIN.minus(Duration.ofDays(10)));
        client.put("hr", "/units/city", Map.of("name", "City", "size", 0));
        for (var team : List.of("before", "at", "between", "after")) {
            client.put("hr", "/teams/" + team, Map.of("name", team, "unit", "city", "size", 8, "leads", List.of()));
        }
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @Test
    void a_pulse_is_counted_with_the_constants_of_the_day_it_closed_however_late_that_is() {
        adopt("first", BEGIN.plus(Duration.ofDays(5)));
        adopt("second", BEGIN.plus(Duration.ofDays(9)));
        var hr = new Administration(client);
        var closings = new LinkedHashMap<String, Instant>();
        closings.put("before", Instant.parse("2031-03-07T23:59:59Z"));
        closings.put("at", Instant.parse("2031-03-08T00:00:00Z"));
        closings.put("between", Instant.parse("2031-03-11T12:00:00Z"));
        closings.put("after", Instant.parse("2031-03-12T12:00:00Z"));
        var codes = new LinkedHashMap<String, Map<String, List<String>>>();
        closings.forEach((team, closesAt) -> {
            var plan = new PulsePlan(
                    team + "-1", "groeipuls@1", "F1", List.of(team), BEGIN, BEGIN, closesAt, Disclosure.EXACT);
            codes.put(team, hr.handOut(plan.pulse(), hr.issue(plan)));
        });
        client.clock(BEGIN.plusSeconds(60));
        codes.forEach((team, of) -> new Play(client, Habits.PLAIN, 3).answer(team + "-1", of, sheets(team)));

        // one step over all of it: every pulse is counted on the same day, when the last constants hold
        client.clock(BEGIN.plus(Duration.ofDays(30)));

        assertThat(point("before").path("calibration").asString()).isEqualTo("default@1");
        assertThat(point("at").path("calibration").asString()).isEqualTo("first");
        assertThat(point("between").path("calibration").asString()).isEqualTo("first");
        assertThat(point("after").path("calibration").asString()).isEqualTo("second");
        assertThat(level("before")).as("all answered 3, drawn to 3.6").isBetween(3.0, 3.6);
        assertThat(level("at")).as("drawn to 1.5").isBetween(1.5, 3.0).isEqualTo(level("between"));

        // constants that come later, and views that are made anew, change nothing
        var trends =
                Stream.of("before", "at", "between", "after").map(this::trend).toList();
        adopt("third", BEGIN.plus(Duration.ofDays(31)));
        client.clock(BEGIN.plus(Duration.ofDays(40)));
        server.getBean(Rebuild.class).begin();
        server.getBean(ViewPosition.class)
                .await(server.getBean(HistoryStore.class).head(), Duration.ofSeconds(30));
        assertThat(Stream.of("before", "at", "between", "after")
                        .map(this::trend)
                        .toList())
                .isEqualTo(trends);
    }

    private void adopt(String version, Instant from) {
        client.put(
                "analyst",
                "/calibrations/" + version,
                Map.of(
                        "constants",
                        Map.of("mu", Map.of(CONSTRUCT, 1.5)),
                        "source",
                        "A test",
                        "validFrom",
                        from.toString().substring(0, 10)));
    }

    private static List<AnswerSheet> sheets(String team) {
        Map<String, @Nullable Integer> answers = new LinkedHashMap<>();
        for (var item : List.of("PS1", "PS2", "PS3", "LR1", "LR2", "LR3", "ETL1", "ETB1", "SV1", "SV2", "SV3")) {
            answers.put(item, 3);
        }
        return Stream.generate(() -> new AnswerSheet(team, answers)).limit(7).toList();
    }

    private JsonNode trend(String team) {
        return client.get("analyst", "/teams/" + team + "/trends?construct=" + CONSTRUCT);
    }

    private JsonNode point(String team) {
        return trend(team).at("/trend/points/0");
    }

    private double level(String team) {
        return point(team).at("/shown/level").doubleValue();
    }
}
