package org.groeipuls.attack;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What came of all attacks.
 *
 * @param on the day, nothing finer
 * @param controls per attack whether it succeeded on the implementation that was built to be broken; may be empty
 */
public record Report(LocalDate on, List<Run> runs, Map<String, Boolean> controls) {
    /** The attacks that a server of this version may have nothing for: letters, where none are written. */
    static final Set<String> WITHOUT_TARGET = Set.of(MailParticipation.KEY);

    private static final Set<Outcome> RUN = Set.of(Outcome.FAILED, Outcome.SUCCEEDED);

    /**
     * One target that was attacked.
     *
     * @param store what it keeps its data in, such as {@code H2}; empty when that is not known
     */
    public record Run(String store, String version, boolean demonstration, List<Result> results) {}

    /** Whether all promises held as far as could be tried. */
    public enum Verdict {
        HELD,
        BROKEN,
        INCOMPLETE;

        /** The exit code of the command. */
        public int exitCode() {
            return switch (this) {
                case HELD -> 0;
                case BROKEN -> 1;
                case INCOMPLETE -> 2;
            };
        }
    }

    public Verdict verdict() {
        if (results().anyMatch(Result::succeeded)) {
            return Verdict.BROKEN;
        }
        return results().anyMatch(Report::untried)
                        || results().noneMatch(result -> result.finding().outcome() == Outcome.FAILED)
                ? Verdict.INCOMPLETE
                : Verdict.HELD;
    }

    /** An attack that finds nothing to aim at where there should be something has shown nothing. */
    private static boolean untried(Result result) {
        var outcome = result.finding().outcome();
        return outcome == Outcome.BROKE_OFF
                || outcome == Outcome.NOT_APPLICABLE && !WITHOUT_TARGET.contains(result.key());
    }

    /** The keys of the attacks that were run to their end on no target at all, in their order. */
    public List<String> notRun() {
        var run = results()
                .filter(result -> RUN.contains(result.finding().outcome()))
                .map(Result::key)
                .toList();
        return keys().stream().filter(key -> !run.contains(key)).toList();
    }

    private Stream<Result> results() {
        return runs.stream().flatMap(run -> run.results().stream());
    }

    /** The keys of all attacks in the order in which they were run. */
    Set<String> keys() {
        Set<String> keys = new LinkedHashSet<>();
        runs.forEach(run -> run.results().forEach(result -> keys.add(result.key())));
        return keys;
    }

    /** The report as JSON. */
    public String json() {
        var nl = new Texts("nl");
        var en = new Texts("en");
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("date", on.toString());
        report.put("verdict", verdict().name().toLowerCase(java.util.Locale.ROOT));
        report.put("notRun", notRun());
        List<Object> attacks = new ArrayList<>();
        for (var key : keys()) {
            Map<String, Object> attack = new LinkedHashMap<>();
            attack.put("attack", key);
            for (var part : List.of("name", "promise", "how")) {
                attack.put(part, Map.of("nl", nl.of(key + "." + part), "en", en.of(key + "." + part)));
            }
            if (controls.containsKey(key)) {
                attack.put("succeedsOnNaiveControl", controls.get(key));
            }
            attack.put(
                    "runs", runs.stream().flatMap(run -> row(run, key).stream()).toList());
            attacks.add(attack);
        }
        report.put("attacks", attacks);
        return Answer.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(report) + '\n';
    }

    private static List<Map<String, Object>> row(Run run, String key) {
        return run.results().stream()
                .filter(result -> result.key().equals(key))
                .map(result -> {
                    Map<String, Object> row = new LinkedHashMap<>();
                    row.put("store", run.store());
                    row.put("serverVersion", run.version());
                    row.put("demonstration", run.demonstration());
                    row.put("outcome", result.finding().outcome().word());
                    row.put("tries", result.finding().tries());
                    row.put("numbers", result.finding().numbers());
                    row.put("evidence", result.finding().evidence());
                    if (result.finding().reason() != null) {
                        row.put("reason", result.finding().reason());
                    }
                    row.put("seconds", result.seconds());
                    return row;
                })
                .toList();
    }
}
