package org.groeipuls.system.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.groeipuls.instrument.Construct;
import org.groeipuls.instrument.Form;
import org.groeipuls.instrument.Instrument;
import org.groeipuls.instrument.InstrumentKey;
import org.groeipuls.instrument.Item;
import org.groeipuls.instrument.Localised;
import org.groeipuls.instrument.PairedPattern;
import org.groeipuls.instrument.ResponseScale;
import org.groeipuls.system.documents.Repository;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The answers of reference cases 13 and 15: four teams in ten pulses, with seven forms that take turns. */
final class FourTeams {
    static final List<String> TEAMS = List.of("ALFA", "BRAVO", "CHARLIE", "DELTA");
    static final int PULSES = 10;
    static final double EXACTLY = 1e-9;
    private static final String AGREEMENT = "agreement";

    /** What one team is asked in one pulse. */
    record Round(String form, int eligible) {}

    private final JsonNode exact = JsonMapper.shared().readTree(text("13_e2e_expected.json"));
    private final JsonNode banded = JsonMapper.shared().readTree(text("15_classmode_expected.json"));
    private final Map<String, Round> rounds = new TreeMap<>();
    private final Map<String, Map<String, Map<String, @Nullable Integer>>> sheets = new TreeMap<>();

    FourTeams() {
        for (var row : csv("13_e2e_rosters.csv")) {
            rounds.put(at(row), new Round(row.getField("form"), Integer.parseInt(row.getField("roster_n"))));
        }
        for (var row : csv("13_e2e_responses.csv")) {
            var value = row.getField("value");
            sheets.computeIfAbsent(at(row), at -> new LinkedHashMap<>())
                    .computeIfAbsent(row.getField("response"), response -> new LinkedHashMap<>())
                    .put(row.getField("item"), value.isEmpty() ? null : Integer.valueOf(value));
        }
    }

    /** What is expected of case 13. */
    JsonNode exact() {
        return exact;
    }

    /** What is expected of case 15. */
    JsonNode banded() {
        return banded;
    }

    Round round(String team, int pulse) {
        return Objects.requireNonNull(rounds.get(at(team, pulse)));
    }

    /** One map of answers per person. */
    List<Map<String, @Nullable Integer>> sheets(String team, int pulse) {
        return List.copyOf(sheets.getOrDefault(at(team, pulse), Map.of()).values());
    }

    /** The classes of case 15: team, pulse and item, with n, low and high. */
    List<NamedCsvRecord> classes() {
        return csv("15_released_classes.csv");
    }

    /** The constants of the case with its offsets, as an analyst states them. */
    Map<String, Object> constants() {
        var offsets = new TreeMap<String, Double>();
        csv("13_e2e_items.csv")
                .forEach(row -> offsets.put(row.getField("item"), Double.valueOf(row.getField("offset"))));
        var constants = new LinkedHashMap<String, Object>();
        constants.put("offsets", offsets);
        for (var field : List.of("mu", "tau2", "s02", "kappa", "q")) {
            constants.put(field, exact.get("calibration").get(field));
        }
        constants.put("gapVariance", banded.get("s2_d"));
        return constants;
    }

    Instrument instrument() {
        var labels = Stream.of("1", "2", "3", "4", "5").map(FourTeams::text2).toList();
        List<Item> items = csv("13_e2e_items.csv").stream()
                .map(row -> new Item(
                        row.getField("item"),
                        row.getField("scale"),
                        row.getField("reversed").equals("TRUE"),
                        AGREEMENT,
                        text2("Statement " + row.getField("item")),
                        null))
                .toList();
        List<Form> forms = new ArrayList<>();
        exact.get("forms")
                .forEachEntry((name, asked) -> forms.add(new Form(
                        name, asked.valueStream().map(JsonNode::asString).toList(), Form.Audience.GROUP, false)));
        return new Instrument(
                new InstrumentKey("reference-case", 13),
                text2("Reference case 13"),
                List.of(new ResponseScale(AGREEMENT, text2("How far do you agree?"), labels)),
                Stream.of("PS", "LR", "ET", "SV")
                        .map(key ->
                                new Construct(key, key, text2(key), Construct.Level.GROUP, Construct.Kind.REFLECTIVE))
                        .toList(),
                items,
                forms,
                forms.stream().map(Form::name).toList(),
                List.of(new PairedPattern("M1", List.of("SV1", "SV2", "SV3"), List.of("LR1", "LR2", "LR3"), "F1")));
    }

    private static Localised text2(String both) {
        return new Localised(both, both);
    }

    /** The name of a team's pulse. */
    static String at(String team, int pulse) {
        return team.toLowerCase(Locale.ROOT) + "-" + pulse;
    }

    private static String at(NamedCsvRecord row) {
        return at(row.getField("team"), Integer.parseInt(row.getField("pulse")));
    }

    /**
     * Whether one to four people of the same presented items answered these alone: then spread is released without the
     * offsets of single items, so that it does not tell what these few answered.
     */
    boolean aFewLeftOut(String team, int pulse, List<String> presented) {
        Map<List<String>, Integer> alike = new LinkedHashMap<>();
        for (var sheet : sheets(team, pulse)) {
            var answered =
                    presented.stream().filter(item -> sheet.get(item) != null).toList();
            if (answered.size() >= Math.max(2, (presented.size() + 1) / 2)) {
                alike.merge(answered, 1, Integer::sum);
            }
        }
        return alike.size() > 1 && alike.values().stream().anyMatch(people -> people < 5);
    }

    /** Close to the reference: 1e-9, relative where numbers pass 1. */
    static void close(double actual, JsonNode expected, String what) {
        near(actual, expected, EXACTLY, what);
    }

    static void near(double actual, JsonNode expected, double tolerance, String what) {
        assertThat(expected.isNumber()).as("%s has a reference number", what).isTrue();
        double reference = expected.doubleValue();
        assertThat(actual).as(what).isCloseTo(reference, within(tolerance * Math.max(1, Math.abs(reference))));
    }

    private static List<NamedCsvRecord> csv(String file) {
        try (var rows = CsvReader.builder().ofNamedCsvRecord(text(file))) {
            return rows.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(String file) {
        return Repository.read("docs/oracles/" + file);
    }
}
