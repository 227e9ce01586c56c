package org.groeipuls.attack;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/**
 * Chooses constants to get at one person: offsets that weigh the scores of somebody who left out a statement, other
 * constants under the same version, and other constants after the count.
 */
final class TwoCalibrations implements Attack<Api> {
    private static final String PATH = "/calibrations/";
    private static final int PEOPLE = 8;
    static final List<String> SCALE = List.of("PS1", "PS2", "PS3");

    private static final double FIRST = .123;
    private static final double SECOND = -.15;
    private static final double THIRD = .027;
    static final Map<String, Double> OFFSETS = Map.of("PS1", FIRST, "PS2", SECOND, "PS3", THIRD);

    private static final double CLOSE = 1e-6;

    @Override
    public String key() {
        return "two-calibrations";
    }

    @Override
    public boolean changes() {
        return true;
    }

    @Override
    public Finding on(Api api) {
        if (api.description().path("paths").propertyNames().stream().noneMatch(path -> path.contains(PATH))) {
            throw new AttackNotApplicable(PATH);
        }
        var notes = new Notes();
        var scene = new Scene(api);
        adopt(api, scene.id("chosen"), Map.of("offsets", OFFSETS), notes);
        var team = scene.team("a", PEOPLE);
        var pulse = scene.issue("p", "exact", List.of(team));
        scene.open();
        var tickets = scene.tickets(pulse, team);
        scene.answer(tickets, PEOPLE - 1);
        var alone = scene.answers(PEOPLE);
        alone.remove(SCALE.getLast());
        scene.answer(tickets.getLast(), alone);
        scene.close();
        History.of(api).events("BlockReleased").stream()
                .filter(block -> block.path("pulse").asString("").equals(pulse))
                .forEach(block -> solve(block, notes));

        var before = shown(api, pulse, team);
        adopt(api, scene.id("usual"), Map.of("kappa", 1), notes);
        api.clockTo(api.now().plus(Duration.ofDays(2)));
        var after = shown(api, pulse, team);
        before.forEach(
                (what, text) -> notes.expect(text.equals(after.get(what)), what + " moved with later constants"));
        return notes.finding();
    }

    /** What is shown of a counted pulse, and what history holds of it. */
    private static Map<String, String> shown(Api api, String pulse, String team) {
        Map<String, String> shown = new LinkedHashMap<>();
        for (var path : List.of("/pulses/" + pulse, "/teams/" + team + "/trends", "/teams/" + team + "/dashboard")) {
            shown.put(path, api.get("analyst", path).text());
        }
        for (var type : List.of("CountPublished", "BlockReleased")) {
            shown.put(
                    type,
                    History.of(api).events(type).stream()
                            .filter(event -> event.path("pulse").asString("").equals(pulse))
                            .toList()
                            .toString());
        }
        return shown;
    }

    /** From tomorrow on; then once more with other numbers, and for a day that has passed. */
    private static void adopt(Api api, String version, Map<String, Object> constants, Notes notes) {
        var today = LocalDate.ofInstant(api.now(), ZoneOffset.UTC);
        if (!put(api, version, constants, today.plusDays(1)).ok()) {
            throw new AttackNotRun("The demonstration takes no constants");
        }
        Map<String, Object> others = new LinkedHashMap<>(constants);
        others.put("kappa", .5);
        notes.expect(!put(api, version, others, today.plusDays(1)).ok(), "constants were changed under their version");
        notes.expect(
                !put(api, version + "-late", constants, today).ok(), "constants were adopted for a day that has begun");
    }

    private static Answer put(Api api, String version, Map<String, Object> constants, LocalDate from) {
        return api.ask(
                "analyst",
                "PUT",
                PATH + version,
                Map.of("constants", constants, "source", "An attack", "validFrom", from.toString()));
    }

    /**
     * One of them answered two of the three statements: which sums of two answers fit the released sums? All others have
     * whole thirds, so that most may not.
     */
    static void solve(JsonNode block, Notes notes) {
        for (var scale : block.path("scales")) {
            var spread = scale.at("/spread/sumAdjustedSquared");
            if (spread.isNumber() && texts(scale.path("items")).equals(SCALE)) {
                for (var counted : Counted.values()) {
                    var fitting = IntStream.rangeClosed(2, 10)
                            .filter(sum -> fits(scale, sum / 2.0, counted))
                            .count();
                    notes.expect(
                            fitting != 1,
                            "the released sums fit one score only of the person who left out a statement (" + counted
                                    + ")");
                }
            }
        }
    }

    /** How the score of whoever left something out may stand in the released squares. */
    private enum Counted {
        WITH_OWN_OFFSETS,
        MOVED_ALIKE,
        IN_WHOLE_STEPS
    }

    private static boolean fits(JsonNode scale, double score, Counted counted) {
        int n = scale.path("n").asInt();
        double whole = (FIRST + SECOND + THIRD) / SCALE.size();
        double alone = switch (counted) {
            case WITH_OWN_OFFSETS -> score - (FIRST + SECOND) / 2;
            case MOVED_ALIKE -> score - whole;
            case IN_WHOLE_STEPS -> Math.floor(score * SCALE.size() + .5) / SCALE.size() - whole;
        };
        double others = scale.path("sumRaw").doubleValue() - score;
        double shown = others - (n - 1) * whole + alone;
        double adjusted = scale.path("sumAdjusted").doubleValue();
        double squares = scale.at("/spread/sumAdjustedSquared").doubleValue()
                - (adjusted * adjusted - shown * shown) / n
                - alone * alone
                + 2 * whole * others
                - (n - 1) * whole * whole;
        return isWhole(others * SCALE.size()) && isWhole(squares * SCALE.size() * SCALE.size());
    }

    private static boolean isWhole(double number) {
        return Math.abs(number - Math.rint(number)) < CLOSE;
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asString()));
        return texts;
    }
}
