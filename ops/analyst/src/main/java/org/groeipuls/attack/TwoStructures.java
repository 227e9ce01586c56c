package org.groeipuls.attack;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * A team leaves its group, and its unit, after a pulse was counted. Is that pulse then read of the people who stayed, live, as of a day or
 * in a replay? The difference with what was read before would be about those who left, fewer than the minimum.
 */
final class TwoStructures implements Attack<Api> {
    private static final String CHANGES = "/organisation/changes";
    private static final int LARGE = 8;
    private static final int SMALL = 3;
    private static final int K = 5;

    @Override
    public String key() {
        return "two-structures";
    }

    @Override
    public boolean changes() {
        return true;
    }

    @Override
    public Finding on(Api api) {
        if (api.description().path("paths").propertyNames().stream().noneMatch(path -> path.endsWith(CHANGES))) {
            throw new AttackNotApplicable(CHANGES);
        }
        var scene = new Scene(api);
        var large = scene.team("l", LARGE);
        var small = scene.team("s", SMALL);
        var both = scene.id("both");
        must(api.ask("hr", "PUT", "/groups/" + both, Map.of("teams", List.of(large, small))));
        var looking = new Looking(api, List.of(large, small), List.of(both, large, small), constructs(scene));
        var pulse = answered(scene, "p", both, LARGE + SMALL);
        var before = today(api);
        later(api);
        looking.on(pulse, List.of(before));

        must(api.ask("hr", "PUT", "/groups/" + both, Map.of("teams", List.of(large))));
        must(api.ask(
                "hr",
                "POST",
                CHANGES,
                Map.of("kind", "move", "effectiveOn", today(api).toString(), "team", small, "to", scene.id("root"))));
        answered(scene, "q", both, LARGE);
        later(api);
        looking.on(pulse, List.of(before, today(api).minusDays(1)));

        var notes = new Notes();
        looking.compare(notes);
        return notes.finding();
    }

    private static void must(Answer answer) {
        if (!answer.ok()) {
            throw new AttackNotRun("The organisation cannot be changed: " + answer);
        }
    }

    /** With tallies, which are the sharpest figures there are. */
    private static String answered(Scene scene, String name, String group, int people) {
        var pulse = scene.issue(name, "exact", List.of(group));
        scene.open();
        scene.answer(scene.tickets(pulse, group), people);
        scene.close();
        return pulse;
    }

    private static List<String> constructs(Scene scene) {
        var constructs = new TreeSet<String>();
        scene.instrument().path("items").forEach(item -> {
            if (scene.items().contains(item.path("id").asString())) {
                constructs.add(item.path("construct").asString(""));
            }
        });
        constructs.remove("");
        return List.copyOf(constructs);
    }

    private static LocalDate today(Api api) {
        return LocalDate.ofInstant(api.now(), ZoneOffset.UTC);
    }

    private static void later(Api api) {
        api.clockTo(api.now().plus(Duration.ofDays(2)));
    }

    /** Every view of one pulse, at several times: by statement and number of people the figures that were seen. */
    private static final class Looking {
        private final Api api;
        private final List<String> teams;
        private final List<String> groups;
        private final List<String> constructs;
        private final Map<String, Map<Integer, TreeSet<String>>> seen = new TreeMap<>();
        private int views;

        Looking(Api api, List<String> teams, List<String> groups, List<String> constructs) {
            this.api = api;
            this.teams = teams;
            this.groups = groups;
            this.constructs = constructs;
        }

        void on(String pulse, List<LocalDate> days) {
            List<Map<String, Object>> times = new ArrayList<>();
            times.add(Map.of());
            days.forEach(day -> times.add(Map.of("asOf", day.toString())));
            for (var construct : constructs) {
                for (var team : teams) {
                    for (var time : times) {
                        var asOf = time.isEmpty() ? "" : "&asOf=" + time.get("asOf");
                        take(pulse, api.get("analyst", "/teams/" + team + "/trends?construct=" + construct + asOf));
                    }
                }
            }
            for (var time : times) {
                Replayed.read(api, time, place -> {
                    for (var construct : constructs) {
                        groups.forEach(group -> take(
                                pulse,
                                api.get("analyst", place + "/trends?group=" + group + "&construct=" + construct)));
                    }
                    return place;
                });
            }
            if (seen.isEmpty()) {
                throw new AttackNotRun("The pulse is shown nowhere");
            }
        }

        private void take(String pulse, Answer answer) {
            views++;
            for (var point : answer.json().at("/trend/points")) {
                if (point.path("pulse").asString("").equals(pulse)) {
                    point.path("items").forEach(this::figure);
                }
            }
        }

        private void figure(JsonNode figures) {
            if (figures.path("n").isNumber()) {
                seen.computeIfAbsent(figures.path("item").asString(), item -> new TreeMap<>())
                        .computeIfAbsent(figures.path("n").asInt(), n -> new TreeSet<>())
                        .add(figures.path("counts").toString() + figures.path("sum"));
            }
        }

        void compare(Notes notes) {
            seen.forEach((item, figures) -> {
                var numbers = List.copyOf(figures.keySet());
                for (int one = 0; one < numbers.size(); one++) {
                    notes.expect(numbers.get(one) >= K, "a statement is shown of " + numbers.get(one) + " people");
                    for (int other = one + 1; other < numbers.size(); other++) {
                        int apart = numbers.get(other) - numbers.get(one);
                        notes.expect(apart >= K, "two structures show one statement of people who differ by " + apart);
                    }
                }
                figures.forEach((n, all) -> notes.expect(
                        all.size() == 1, "one statement of " + n + " people has two figures at two times"));
            });
            notes.number("views", views);
        }
    }
}
