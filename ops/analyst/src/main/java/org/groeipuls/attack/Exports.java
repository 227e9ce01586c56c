package org.groeipuls.attack;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.groeipuls.attack.ReleasedFigures.Figure;
import org.groeipuls.audit.Figures;
import tools.jackson.databind.JsonNode;

/**
 * Takes every file along that the server gives, of a group with enough answers, one with too few and one with two pulses
 * in two rules, and joins them: does one say what another withholds, or do they give a figure of a few together?
 */
final class Exports implements Attack<Api> {
    private static final int PEOPLE = 8;
    private static final int FEW = 3;
    private static final int K = 5;
    private static final List<String> FIGURES = List.of(
            "n",
            "value",
            "range_low",
            "range_high",
            "level",
            "band_low",
            "band_high",
            "participation",
            "fewer_answered");

    @Override
    public String key() {
        return "exports";
    }

    @Override
    public boolean changes() {
        return true;
    }

    @Override
    public Finding on(Api api) {
        var scene = new Scene(api);
        var teams = List.of(scene.team("a", PEOPLE), scene.team("b", PEOPLE), scene.team("c", PEOPLE));
        for (var disclosure : List.of("banded", "exact")) {
            var pulse = scene.issue("p-" + disclosure, disclosure, teams);
            scene.open();
            for (var team : teams) {
                scene.answer(scene.tickets(pulse, team), team.equals(teams.getLast()) ? FEW : PEOPLE);
            }
            scene.close();
        }
        var notes = new Notes();
        Map<String, List<Figure>> joined = new LinkedHashMap<>();
        history(api, joined, notes);
        int rows = 0;
        for (var team : teams) {
            for (var construct : constructs(scene)) {
                rows += trend(api, "/teams/" + team, construct, joined, notes);
            }
        }
        if (rows == 0) {
            throw new AttackNotRun("No trend can be taken along");
        }
        joined.values().forEach(figures -> ReleasedFigures.combine(figures, notes));
        notes.number("figures", joined.values().stream().mapToInt(List::size).sum());
        return notes.finding();
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

    /** Lines and table say the same, of each event the day only. */
    private static void history(Api api, Map<String, List<Figure>> joined, Notes notes) {
        var lines = History.of(api).lines();
        List<String> data = new ArrayList<>();
        for (var line : lines) {
            data.add(line.path("data").toString());
            notes.expect(
                    midnight(line.path("time").asString("T00:00:00Z")), "an exported event tells at what time it was");
        }
        for (var block : History.of(api).events("BlockReleased")) {
            block.path("scales").forEach(scale -> add(joined, block, scale));
        }
        var table = api.get("analyst", "/history/events?limit=10000", "Accept", "text/csv");
        if (table.ok() && !table.text().startsWith("{")) {
            var rows = rows(table.text());
            notes.expect(
                    lines.size() > rows.size()
                            || rows.stream()
                                    .map(row -> Answer.JSON
                                            .readTree(row.getField("data"))
                                            .toString())
                                    .toList()
                                    .equals(data),
                    "the table of history holds other events than its lines");
            rows.forEach(row -> notes.expect(midnight(row.getField("time")), "a row of history tells at what time"));
        }
    }

    private static boolean midnight(String time) {
        return time.matches(".*T00:00:00(\\.0+)?Z");
    }

    private static void add(Map<String, List<Figure>> joined, JsonNode block, JsonNode scale) {
        if (scale.path("n").isNumber()) {
            figure(
                    joined,
                    block.path("pulse").asString() + " "
                            + scale.path("construct").asString(),
                    Figures.texts(block.path("groups")),
                    scale.path("n").asDouble());
        }
    }

    private static void figure(Map<String, List<Figure>> joined, String what, List<String> groups, double n) {
        if (n == Math.rint(n)) {
            joined.computeIfAbsent(what, fresh -> new ArrayList<>()).add(new Figure(new TreeSet<>(groups), (int) n));
        }
    }

    /** The table of a trend, in both ways of writing, and the block that it was counted in. */
    private static int trend(Api api, String team, String construct, Map<String, List<Figure>> joined, Notes notes) {
        var english = api.get("analyst", team + "/trends.csv?construct=" + construct);
        if (!english.ok()) {
            return 0;
        }
        var rows = rows(english.text());
        for (var row : rows) {
            var n = cell(row, "n");
            boolean withheld = !cell(row, "withheld").orElse("").isEmpty();
            for (var figure : FIGURES) {
                notes.expect(
                        !withheld || cell(row, figure).orElse("").isEmpty(),
                        "a table has a figure where it says that nothing is shown");
            }
            n.filter(text -> !text.isEmpty()).map(Double::valueOf).ifPresent(people -> {
                notes.expect(people >= K, "a table has a figure of " + Math.round(people) + " people");
                figure(joined, row.getField("pulse") + " " + construct, List.of(row.getField("group")), people);
            });
        }
        var view = api.get("analyst", team + "/trends?construct=" + construct).json();
        for (var point : view.at("/trend/points")) {
            var merged = point.at("/withheld/merged");
            if (merged.isObject()) {
                figure(
                        joined,
                        point.path("pulse").asString() + " " + construct,
                        Figures.texts(merged.path("groups")),
                        merged.path("n").asDouble());
            }
        }
        return rows.size();
    }

    private static Optional<String> cell(NamedCsvRecord row, String column) {
        return row.findField(column);
    }

    private static List<NamedCsvRecord> rows(String csv) {
        var text = csv.startsWith("\uFEFF") ? csv.substring(1) : csv;
        return CsvReader.builder().ofNamedCsvRecord(text).stream().toList();
    }
}
