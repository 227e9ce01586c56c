package org.groeipuls.api.years;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.groeipuls.api.years.Town.Line;
import tools.jackson.databind.JsonNode;

/** The lines that teams see, and what must be true of them after the years. */
final class Trends {
    private final List<String> pulses;
    private final Map<String, JsonNode> lines = new HashMap<>();

    Trends(Nodes nodes, Collection<String> teams, List<String> pulses) {
        this.pulses = pulses;
        for (var team : teams) {
            var path = "/teams/" + team + "/trends?construct=psychological-safety";
            lines.put(team, nodes.read("analyst", path).path("trend"));
        }
    }

    private JsonNode trend(String team) {
        return Objects.requireNonNull(lines.get(team));
    }

    private static List<String> named(JsonNode points) {
        return points.findValuesAsString("pulse");
    }

    /** A team is on one line of its own all the time, whatever it is called and wherever it stands. */
    void every_pulse_since_a_line_began_is_on_it(Map<String, Line> town) {
        town.forEach((team, line) -> {
            var points = trend(team).path("points");
            assertThat(points.valueStream().map(point -> point.path("pulse").asString()))
                    .as(team)
                    .containsExactlyElementsOf(pulses.subList(line.since(), pulses.size()));
            for (int i = 0; i < points.size(); i++) {
                assertThat(points.get(i).path("line").intValue()).as(team).isEqualTo(1);
                assertThat(points.get(i).path("ordinal").intValue()).as(team).isEqualTo(i + 1);
            }
        });
    }

    /** Six of eight answered everywhere, but once in one team; who was counted with it has a gap too. */
    void a_pulse_is_shown_or_it_is_said_why_not(String quietTeam, String quietPulse) {
        lines.forEach((team, line) -> line.path("points").forEach(point -> {
            var pulse = point.path("pulse").asString();
            boolean shown = point.hasNonNull("shown");
            assertThat(shown || !point.at("/withheld/reason").asString("").isEmpty())
                    .as("%s in %s: %s", team, pulse, point)
                    .isTrue();
            assertThat(shown || pulse.equals(quietPulse))
                    .as("%s in %s", team, pulse)
                    .isTrue();
            assertThat(shown && pulse.equals(quietPulse) && team.equals(quietTeam))
                    .isFalse();
        }));
    }

    /** Before a line lies the band of those its people come from, by their names, back to the first pulse. */
    void what_came_before_is_drawn_from_the_first_pulse_on_and_says_whose_it_is(Map<String, Line> town) {
        town.forEach((team, line) -> {
            List<String> drawn = new ArrayList<>();
            List<TreeSet<String>> whose = new ArrayList<>();
            for (var stretch : trend(team).path("before")) {
                drawn.addAll(0, named(stretch.path("points")));
                var shares = stretch.path("groups");
                whose.add(new TreeSet<>(shares.propertyNames()));
                assertThat(shares.valueStream()
                                .mapToDouble(JsonNode::doubleValue)
                                .sum())
                        .as(team)
                        .isCloseTo(1, within(1e-9));
            }
            assertThat(drawn).as("before " + team).containsExactlyElementsOf(pulses.subList(0, line.since()));
            assertThat(whose).as("before " + team).isEqualTo(line.before());
        });
    }
}
