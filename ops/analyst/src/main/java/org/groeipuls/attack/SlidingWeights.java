package org.groeipuls.attack;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import tools.jackson.databind.JsonNode;

/**
 * Replays with weights that slide over the statements of a scale, with offsets, and up to two days: solved together they
 * give the figure of every single statement. Is any of them finer than the step that was released of it? And does weighing
 * show a statement that was withheld, because one person left something out?
 */
final class SlidingWeights implements Attack<Api> {
    private static final String PATH = Replayed.PATH;
    private static final int PEOPLE = 8;
    private static final double HEAVY = 10;
    private static final double OFFSET = .123;
    private static final double CLOSE = 1e-6;
    private static final int TURNED = 6;

    @Override
    public String key() {
        return "sliding-weights";
    }

    @Override
    public boolean changes() {
        return true;
    }

    @Override
    public Finding on(Api api) {
        if (api.description().path("paths").propertyNames().stream().noneMatch(path -> path.endsWith(PATH))) {
            throw new AttackNotApplicable(PATH);
        }
        var notes = new Notes();
        var scene = new Scene(api);
        var before = LocalDate.ofInstant(api.now(), ZoneOffset.UTC);
        var steps = Answered.of(scene, "s", "banded", false);
        var partly = Answered.of(scene, "t", "exact", true);
        api.clockTo(api.now().plus(Duration.ofDays(2)));

        solve(api, steps, notes);
        offsets(api, steps, notes);
        whatWasWithheld(api, partly, notes);
        times(api, steps, before, notes);
        onlyForAnalysts(api, notes);
        return notes.finding();
    }

    /** A team that answered one pulse. */
    private record Answered(
            String team, String pulse, String construct, Map<String, Boolean> items, List<String> scale) {
        static Answered of(Scene scene, String name, String disclosure, boolean leavesOut) {
            var team = scene.team(name, PEOPLE);
            var pulse = scene.issue("p-" + name, disclosure, List.of(team));
            var construct = construct(scene);
            var items = items(scene, construct);
            scene.open();
            var tickets = scene.tickets(pulse, team);
            scene.answer(tickets, PEOPLE - 1);
            var last = scene.answers(PEOPLE);
            if (leavesOut) {
                last.remove(items.keySet().iterator().next());
            }
            scene.answer(tickets.getLast(), last);
            scene.close();
            return new Answered(team, pulse, construct, items, scale(scene, construct));
        }

        /** All statements of a construct, also those that another form asks. */
        private static List<String> scale(Scene scene, String construct) {
            List<String> scale = new ArrayList<>();
            scene.instrument().path("items").forEach(item -> {
                if (item.path("construct").asString("").equals(construct)) {
                    scale.add(item.path("id").asString());
                }
            });
            return scale;
        }

        /** The construct of which most is asked. */
        private static String construct(Scene scene) {
            Map<String, Integer> asked = new LinkedHashMap<>();
            scene.instrument().path("items").forEach(item -> {
                if (scene.items().contains(item.path("id").asString())) {
                    asked.merge(item.path("construct").asString(""), 1, Integer::sum);
                }
            });
            asked.remove("");
            return asked.entrySet().stream()
                    .max(Map.Entry.comparingByValue())
                    .orElseThrow(() -> new AttackNotRun("No statement of any construct is asked"))
                    .getKey();
        }

        /** Its statements that are asked, and whether they are turned. */
        private static Map<String, Boolean> items(Scene scene, String construct) {
            Map<String, Boolean> items = new LinkedHashMap<>();
            scene.instrument().path("items").forEach(item -> {
                var id = item.path("id").asString();
                if (scene.items().contains(id)
                        && item.path("construct").asString("").equals(construct)) {
                    items.put(id, item.path("reversed").asBoolean(false));
                }
            });
            return items;
        }
    }

    /** With one statement heavy at a time, and all alike: of J replays and one, each statement's own mean follows. */
    private static void solve(Api api, Answered answered, Notes notes) {
        var even = replayed(api, Map.of(), answered);
        var all = value(even);
        if (all.isEmpty()) {
            throw new AttackNotRun("A replay shows nothing of a group of " + PEOPLE);
        }
        int count = answered.items().size();
        for (var item : answered.items().keySet()) {
            var point = replayed(api, rule(Map.of(item, HEAVY)), answered);
            var heavy = value(point);
            if (heavy.isEmpty()) {
                continue;
            }
            double mean = (heavy.getAsDouble() * (count - 1 + HEAVY) - all.getAsDouble() * count) / (HEAVY - 1);
            double keyed = answered.items().get(item) ? TURNED - mean : mean;
            var released = figures(even, item);
            double middle = (released.at("/sum/low").asDouble()
                            + released.at("/sum/high").asDouble())
                    / (2 * released.path("n").asDouble(1));
            notes.expect(
                    Math.abs(keyed - middle) < CLOSE,
                    "weights that slide give another figure of a statement than the step that was released of it");
        }
        notes.number("replays", 1.0 + count);
    }

    /** Offsets move a score by as much as they say, whoever answered what. */
    private static void offsets(Api api, Answered answered, Notes notes) {
        Map<String, Double> offsets = new LinkedHashMap<>();
        answered.scale().forEach(item -> offsets.put(item, 0.0));
        offsets.put(answered.scale().getFirst(), OFFSET);
        offsets.put(answered.scale().getLast(), -OFFSET);
        var even = value(replayed(api, Map.of(), answered));
        var constants = Map.of("constants", Map.of("offsets", offsets), "calibration", "attack@1");
        var moved = value(replayed(api, constants, answered));
        if (even.isPresent() && moved.isPresent()) {
            double asked = answered.items().keySet().stream()
                    .mapToDouble(item -> offsets.getOrDefault(item, 0.0))
                    .sum();
            double by = even.getAsDouble() - moved.getAsDouble();
            notes.expect(
                    Math.abs(by - asked / answered.items().size()) < CLOSE,
                    "an offset moves a score by something else than itself");
        }
    }

    /** One person left a statement out, so the tallies of the scale's statements are withheld; weights need them. */
    private static void whatWasWithheld(Api api, Answered answered, Notes notes) {
        for (var item : answered.items().keySet()) {
            var point = replayed(api, rule(Map.of(item, HEAVY)), answered);
            boolean told = answered.items().keySet().stream()
                    .anyMatch(other -> figures(point, other).path("counts").isArray()
                            || figures(point, other).path("sum").isObject());
            notes.expect(
                    told || value(point).isEmpty(),
                    "weights show a scale of which the tallies of the statements were withheld");
        }
    }

    /** Up to a day before the count there is nothing, and up to a later one what is there now. */
    private static void times(Api api, Answered answered, LocalDate before, Notes notes) {
        var early = replayed(api, Map.of("asOf", before.minusDays(1).toString()), answered);
        notes.expect(early.isMissingNode() || value(early).isEmpty(), "a pulse is shown before it was counted");
        var yesterday = LocalDate.ofInstant(api.now(), ZoneOffset.UTC).minusDays(1);
        var late = replayed(api, Map.of("asOf", yesterday.toString()), answered);
        var now = replayed(api, Map.of(), answered);
        notes.expect(value(late).equals(value(now)), "the same pulse has two values at two times");
    }

    private static void onlyForAnalysts(Api api, Notes notes) {
        for (var who : List.of("hr", "operator", "works-council", "direction")) {
            if (api.has(who)) {
                notes.expect(!api.ask(who, "POST", PATH, Map.of()).ok(), who + " may begin a replay");
                notes.expect(!api.get(who, PATH).ok(), who + " sees replays");
            }
        }
    }

    private static Map<String, Object> rule(Map<String, Double> weights) {
        return Map.of("rule", Map.of("name", "attack@1", "weights", weights));
    }

    /** The one point of a group in a replay, which is removed again; missing when it shows none. */
    private static JsonNode replayed(Api api, Map<String, Object> request, Answered answered) {
        return Replayed.read(api, request, place -> {
            var trend = api.get(
                    "analyst", place + "/trends?group=" + answered.team() + "&construct=" + answered.construct());
            JsonNode found = Answer.JSON.missingNode();
            for (var point : trend.json().at("/trend/points")) {
                if (point.path("pulse").asString().equals(answered.pulse())) {
                    found = point;
                }
            }
            return found;
        });
    }

    private static OptionalDouble value(JsonNode point) {
        var value = point.at("/shown/value");
        return value.isNumber() ? OptionalDouble.of(value.doubleValue()) : OptionalDouble.empty();
    }

    private static JsonNode figures(JsonNode point, String item) {
        List<JsonNode> found = new ArrayList<>();
        point.path("items").forEach(figures -> {
            if (figures.path("item").asString().equals(item)) {
                found.add(figures);
            }
        });
        return found.isEmpty() ? Answer.JSON.missingNode() : found.getFirst();
    }
}
