package org.groeipuls.simulation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.SerializationFeature;

/** What is true in the demonstration, next to which its charts can be held. It is no part of the product's data. */
final class DemoTruth {
    private final DemoSchedule schedule;
    private final DemoLevels levels;
    private final List<Map<String, Object>> pulses = new ArrayList<>();
    private final Map<String, Map<String, Integer>> responses = new TreeMap<>();

    DemoTruth(DemoSchedule schedule, DemoLevels levels) {
        this.schedule = schedule;
        this.levels = levels;
    }

    /** Notes one counted pulse: who was asked what, and how many of each group answered. */
    void counted(PulsePlan plan, List<Administration.Asked> asked, List<AnswerSheet> sheets) {
        Map<String, String> forms = new TreeMap<>();
        for (var group : asked) {
            forms.put(group.group(), group.form());
            long answered = sheets.stream()
                    .filter(sheet -> sheet.group().equals(group.group()))
                    .count();
            responses
                    .computeIfAbsent(group.group(), name -> new LinkedHashMap<>())
                    .put(plan.pulse(), Math.toIntExact(answered));
        }
        pulses.add(new LinkedHashMap<>(Map.of(
                "pulse", plan.pulse(),
                "opensAt", plan.opensAt().toString(),
                "closesAt", plan.closesAt().toString(),
                "forms", forms)));
    }

    /** All of it; {@code levels} holds per group and construct one number per counted pulse, in order. */
    Map<String, Object> contents() {
        Map<String, Object> truth = new LinkedHashMap<>();
        truth.put("about", "The truth behind the simulated answers of the demonstration. Nobody real answered.");
        truth.put("seed", levels.seed());
        truth.put("now", schedule.now().toString());
        truth.put("pulses", pulses);
        truth.put("responses", responses);
        Map<String, Object> byGroup = new TreeMap<>();
        for (String group : responses.keySet()) {
            Map<String, Object> byConstruct = new LinkedHashMap<>();
            for (String construct : DemoLevels.constructs()) {
                byConstruct.put(construct, row(group, construct));
            }
            byGroup.put(group, byConstruct);
        }
        truth.put("levels", byGroup);
        truth.put("interventions", interventions());
        truth.put("shunnedItem", AnswerModel.SHUNNED);
        return truth;
    }

    private List<Double> row(String group, String construct) {
        List<Double> row = new ArrayList<>();
        for (int place = 1; place <= pulses.size(); place++) {
            row.add(Math.round(1000 * levels.level(group, construct, place)) / 1000.0);
        }
        return row;
    }

    private List<Map<String, Object>> interventions() {
        List<Map<String, Object>> all = new ArrayList<>();
        for (var one : DemoIntervention.ALL) {
            Map<String, Object> written = new LinkedHashMap<>();
            written.put("id", one.id());
            written.put("groups", one.groups());
            written.put("recordedAs", one.groups().stream().map(one::idIn).toList());
            written.put("construct", one.construct());
            written.put("form", one.form());
            written.put("leaderRole", one.leaderRole());
            written.put("startedOn", one.startedOn(schedule).toString());
            written.put("firstPulse", schedule.counted(one.from()).pulse());
            written.put("effect", one.effect());
            written.put("trendPerPulseInAllGroups", one.trend());
            written.put("story", one.story());
            all.add(written);
        }
        return all;
    }

    /** Writes it to a file. */
    void write(Path file) {
        try {
            Files.writeString(
                    file,
                    SurveyClient.JSON
                                    .writer()
                                    .with(SerializationFeature.INDENT_OUTPUT)
                                    .writeValueAsString(contents())
                            + "\n");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(file + " cannot be written", unwritable);
        }
    }
}
