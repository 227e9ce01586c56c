package org.groeipuls.system.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.groeipuls.api.wiring.GroeipulsServer;
import org.groeipuls.pulse.Disclosure;
import org.groeipuls.pulse.TicketMode;
import org.groeipuls.simulation.Administration;
import org.groeipuls.simulation.AnswerSheet;
import org.groeipuls.simulation.Habits;
import org.groeipuls.simulation.History;
import org.groeipuls.simulation.Play;
import org.groeipuls.simulation.PulsePlan;
import org.groeipuls.simulation.SurveyClient;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/**
 * The four teams on a real server, twice: once under each disclosure rule. Every team has pulses of its own, so that none
 * is merged with another.
 */
final class PlayedTeams implements AutoCloseable {
    private static final Instant BEGIN = Instant.parse("2031-01-06T08:00:00Z");
    private static final Duration BETWEEN = Duration.ofDays(28);
    private static final int SPREAD_MINIMUM = 5;
    private static final int SEED = 13;

    private final FourTeams teams;
    private final ConfigurableApplicationContext server;
    private final SurveyClient client;
    private final List<History.Event> history;

    PlayedTeams(FourTeams teams, Path folder) {
        this.teams = teams;
        this.server = GroeipulsServer.start(
                "--groeipuls.demonstration=true",
                "--groeipuls.data=" + folder.resolve("data"),
                "--groeipuls.tick=1h",
                "--server.port=0");
        var port = Objects.requireNonNull(server.getEnvironment().getProperty("local.server.port"));
        this.client = new SurveyClient(URI.create("http://127.0.0.1:" + port));
        prepare();
        for (int pulse = 1; pulse <= FourTeams.PULSES; pulse++) {
            play(pulse);
        }
        this.history = History.all(client);
    }

    private void prepare() {
        client.clock(BEGIN.minus(Duration.ofDays(3)));
        var instrument = teams.instrument();
        client.put("hr", "/instruments/" + instrument.key(), instrument);
        client.put("hr", "/units/case", Map.of("name", "Reference case", "size", 0));
        client.put(
                "analyst",
                "/calibrations/cal-1",
                Map.of("constants", teams.constants(), "source", "Constants of reference case 13"));
    }

    private void play(int pulse) {
        var hr = new Administration(client);
        var opens = BEGIN.plus(BETWEEN.multipliedBy(pulse - 1L));
        List<Asked> asked = new ArrayList<>();
        for (var disclosure : Disclosure.values()) {
            for (var team : FourTeams.TEAMS) {
                asked.add(issue(hr, team, disclosure, pulse, opens));
            }
        }
        client.clock(opens);
        for (var one : asked) {
            var sheets = teams.sheets(one.team(), pulse).stream()
                    .map(answers -> new AnswerSheet(group(one.team(), one.disclosure()), answers))
                    .toList();
            new Play(client, Habits.PLAIN, SEED).answer(one.plan().pulse(), one.codes(), sheets);
        }
        client.clock(opens.plus(Duration.ofDays(7)));
    }

    private record Asked(String team, Disclosure disclosure, PulsePlan plan, Map<String, List<String>> codes) {}

    private Asked issue(Administration hr, String team, Disclosure disclosure, int pulse, Instant opens) {
        var round = teams.round(team, pulse);
        var group = group(team, disclosure);
        client.put(
                "hr",
                "/teams/" + group,
                Map.of("name", team, "unit", "case", "size", round.eligible(), "leads", List.of()));
        var plan = new PulsePlan(
                pulse(team, disclosure, pulse),
                teams.instrument().key().toString(),
                round.form(),
                List.of(group),
                opens.minus(Duration.ofHours(1)),
                opens,
                opens.plus(Duration.ofDays(7)),
                disclosure,
                TicketMode.LINK,
                SPREAD_MINIMUM);
        return new Asked(team, disclosure, plan, hr.handOut(plan.pulse(), hr.issue(plan)));
    }

    private static String group(String team, Disclosure disclosure) {
        return (team + "." + disclosure).toLowerCase(Locale.ROOT);
    }

    private static String pulse(String team, Disclosure disclosure, int pulse) {
        return FourTeams.at(group(team, disclosure), pulse);
    }

    /** The team's trend as an analyst reads it. */
    JsonNode trend(String team, Disclosure disclosure, String construct) {
        return client.get("analyst", "/teams/" + group(team, disclosure) + "/trends?construct=" + construct)
                .path("trend");
    }

    /** The trend's points, which are one for each pulse that asked the construct. */
    Stream<JsonNode> points(String team, Disclosure disclosure, String construct) {
        return trend(team, disclosure, construct).path("points").valueStream();
    }

    JsonNode point(String team, Disclosure disclosure, String construct, int pulse) {
        var found = points(team, disclosure, construct)
                .filter(point -> point.path("pulse").asString().equals(pulse(team, disclosure, pulse)))
                .toList();
        assertThat(found).as(team + pulse + construct).hasSize(1);
        return found.getFirst();
    }

    /** What was released of a team's block in a pulse, if it was. */
    Optional<JsonNode> block(String team, Disclosure disclosure, int pulse) {
        return History.ofPulse(history, pulse(team, disclosure, pulse)).stream()
                .filter(event -> event.type().equals("BlockReleased"))
                .map(History.Event::data)
                .findFirst();
    }

    SurveyClient client() {
        return client;
    }

    <T> T bean(Class<T> type) {
        return server.getBean(type);
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
