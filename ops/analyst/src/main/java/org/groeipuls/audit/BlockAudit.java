package org.groeipuls.audit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.groeipuls.audit.Multisets.Left;
import org.groeipuls.audit.PulseAudit.Terms;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * One block: what its figures leave possible for one person, and whether any of them, alone or added and subtracted, is
 * about too few people. Blocks have nobody in common ({@link PulseAudit} looks at that), so figures can only be
 * subtracted within one.
 */
final class BlockAudit {
    private static final String ALL = "all";
    private static final double SLACK = 1e-6;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Terms terms;
    private final JsonNode instrument;
    private final JsonNode block;
    private final String name;
    private final Set<String> exposed = new LinkedHashSet<>();

    BlockAudit(Terms terms, JsonNode instrument, JsonNode block) {
        this.terms = terms;
        this.instrument = instrument;
        this.block = block;
        this.name = block.path("block").asString("");
        numbers();
        kinds();
    }

    /** What is wrong, the rule in front. */
    List<String> exposed() {
        return List.copyOf(exposed);
    }

    private void numbers() {
        expect(block.path("n").asInt() >= terms.minimum(), "R2", "has too few answers");
        for (var item : block.path("items")) {
            int n = item.path("n").asInt();
            var id = item.path("item").asString("");
            boolean counts = item.path("counts").isArray();
            boolean sum = item.path("sum").isObject();
            expect(n >= terms.minimum() || !counts && !sum, "R5", id + " has too few answers");
            expect(!counts || !terms.banded(), "R4", id + " is shown exactly");
            expect(
                    !sum
                            || SumClass.is(
                                    n,
                                    item.at("/sum/low").asInt(),
                                    item.at("/sum/high").asInt()),
                    "R4",
                    id + " is in no class for " + n + " answers");
        }
        for (var scale : block.path("scales")) {
            var construct = scale.path("construct").asString("");
            expect(!terms.banded(), "R4", construct + " is shown exactly");
            expect(scale.path("n").asInt() >= terms.minimum(), "R5", construct + " has too few answers");
            var spread = scale.path("spread");
            expect(
                    !spread.isObject() || scale.path("n").asInt() >= terms.spreadMinimum(),
                    "R4",
                    "the spread of " + construct + " is of too few");
            var agreement = spread.path("agreement");
            expect(
                    !agreement.isObject() || agreement.path("n").asInt() >= terms.spreadMinimum(),
                    "R4",
                    "the agreement on " + construct + " is of too few");
        }
        for (var pair : block.path("pairs")) {
            var pattern = pair.path("pattern").asString("");
            expect(!terms.banded(), "R4", pattern + " is shown exactly");
            expect(pair.path("n").asInt() >= terms.spreadMinimum(), "R4", pattern + " is of too few");
        }
    }

    private void expect(boolean holds, String rule, String text) {
        if (!holds) {
            exposed.add(rule + ": block " + name + ": " + text);
        }
    }

    /** Figures of the same statements are put together and added and subtracted in every proportion. */
    private void kinds() {
        List<Part> parts = new ArrayList<>();
        block.path("scales").forEach(scale -> join(parts, "scales", Figures.texts(scale.path("items")), scale));
        block.path("pairs").forEach(pair -> join(parts, "pairs", itemsOf(pair), pair));
        block.path("items")
                .forEach(item -> join(parts, "items", List.of(item.path("item").asString("")), item));
        for (var part : parts) {
            var kinds = Kinds.of(ALL, part.figures());
            if (!kinds.isEmpty()) {
                var figures = new Figures(kinds, instrument);
                figures.block(part.json());
                var solver = new Solver(terms.minimum(), kind -> kinds.get(kind).people());
                for (var few : solver.exposed(figures.rows())) {
                    expect(
                            false,
                            "R4",
                            "figures add up to one for "
                                    + few.stream()
                                            .mapToInt(kind -> kinds.get(kind).people())
                                            .sum() + " people");
                }
            }
        }
    }

    /** Figures that have statements in common, even by way of others. */
    private record Part(Set<String> items, List<Kinds.About> figures, ObjectNode json) {}

    private static void join(List<Part> parts, String list, List<String> items, JsonNode figure) {
        var json = JSON.createObjectNode();
        json.putArray("groups").add(ALL);
        json.putArray(list).add(figure);
        List<Kinds.About> figures = new ArrayList<>();
        if (figure.path("n").isNumber()) {
            figures.add(new Kinds.About(Set.copyOf(items), figure.path("n").asInt()));
        }
        var joined = new Part(new HashSet<>(items), figures, json);
        parts.removeIf(other -> {
            boolean near = other.items().stream().anyMatch(joined.items()::contains);
            if (near) {
                joined.items().addAll(other.items());
                joined.figures().addAll(other.figures());
                for (var kind : List.of("items", "scales", "pairs")) {
                    other.json().path(kind).forEach(json.withArray(kind)::add);
                }
            }
            return near;
        });
        parts.add(joined);
    }

    private List<String> itemsOf(JsonNode pair) {
        var code = pair.path("pattern").asString("");
        for (var pattern : instrument.path("patterns")) {
            if (pattern.path("code").asString("").equals(code)) {
                List<String> both = new ArrayList<>(Figures.texts(pattern.path("say")));
                both.addAll(Figures.texts(pattern.path("does")));
                return both;
            }
        }
        throw new HistoryIncomplete("the pattern " + code);
    }

    /** What is left for one person, at worst over all statements and scales. */
    Audit.Row row() {
        var left = new Left(5, 5);
        var worst = "";
        for (var item : block.path("items")) {
            var of = left(item);
            if (of.outsider() < left.outsider() || of.insider() < left.insider()) {
                left = least(of, left);
                worst = item.path("item").asString("");
            }
        }
        return new Audit.Row(
                block.path("pulse").asString(""),
                terms.disclosure(),
                Figures.texts(block.path("groups")),
                block.path("n").asInt(),
                block.path("eligible").asInt(),
                left.outsider(),
                left.insider(),
                worst,
                scores(),
                alike());
    }

    private Left left(JsonNode item) {
        int n = item.path("n").asInt();
        if (item.path("sum").isObject()) {
            return Remaining.ofSum(
                    n,
                    item.path("sum").path("low").asInt(),
                    item.path("sum").path("high").asInt());
        }
        if (item.path("counts").isArray()) {
            return Remaining.ofCounts(numbers(item.path("counts")));
        }
        var left = new Left(5, 5);
        for (var scale : block.path("scales")) {
            var items = Figures.texts(scale.path("items"));
            if (items.contains(item.path("item").asString(""))) {
                left = least(
                        Remaining.ofScores(
                                scale.path("n").asInt(),
                                items.size(),
                                scale.path("sumRaw").asDouble()),
                        left);
            }
        }
        return left;
    }

    private static int[] numbers(JsonNode list) {
        int[] numbers = new int[list.size()];
        for (int at = 0; at < numbers.length; at++) {
            numbers[at] = list.path(at).asInt();
        }
        return numbers;
    }

    private @Nullable Left scores() {
        Left least = null;
        for (var scale : block.path("scales")) {
            var spread = scale.path("spread");
            if (spread.isObject()) {
                var of = Remaining.ofCounts(
                        spread.path("low").asInt(),
                        spread.path("mid").asInt(),
                        spread.path("high").asInt());
                least = least == null ? of : least(of, least);
            }
        }
        return least;
    }

    /** Scales and pairs without any variance. */
    private List<String> alike() {
        List<String> alike = new ArrayList<>();
        for (var scale : block.path("scales")) {
            var squares = scale.path("spread").path("sumAdjustedSquared");
            if (squares.isNumber() && even(scale, scale.path("sumAdjusted").asDouble(), squares.asDouble())) {
                alike.add(scale.path("construct").asString(""));
            }
        }
        for (var pair : block.path("pairs")) {
            if (even(
                    pair,
                    pair.path("sumGap").asDouble(),
                    pair.path("sumGapSquared").asDouble())) {
                alike.add(pair.path("pattern").asString(""));
            }
        }
        return alike;
    }

    private static boolean even(JsonNode figures, double sum, double squares) {
        return squares - sum * sum / figures.path("n").asInt() < SLACK;
    }

    private static Left least(Left one, Left other) {
        return new Left(Math.min(one.outsider(), other.outsider()), Math.min(one.insider(), other.insider()));
    }
}
