package org.groeipuls.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.groeipuls.scoring.Agreement;
import org.groeipuls.scoring.GroupScores;
import org.groeipuls.scoring.OneWay;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What analysts can compute of a pulse under {@code exact} from released figures alone: how much companies differ and
 * their people agree.
 *
 * @param scores of every company with enough answers for a spread
 * @param agreements of every company where it points at nobody
 * @param alpha of the organisation's record, rounded to .05; empty without a record
 */
public record ClimateFigures(
        Map<String, GroupScores> scores, Map<String, Agreement> agreements, Optional<Double> alpha) {
    private static final double EXACT = 1e-9;

    /** Reads them from the events of one pulse. */
    public static ClimateFigures of(List<History.Event> ofPulse) {
        Map<String, GroupScores> scores = new TreeMap<>();
        Map<String, Agreement> agreements = new TreeMap<>();
        Optional<Double> alpha = Optional.empty();
        for (var event : ofPulse) {
            for (var scale : event.data().path("scales")) {
                var company = event.data().path("block").asString();
                spread(scale).ifPresent(found -> scores.put(company, found));
                agreement(scale.at("/spread/agreement")).ifPresent(found -> agreements.put(company, found));
            }
            var recorded = event.data().at("/organisation/constructs/0/alpha");
            if (recorded.isNumber()) {
                alpha = Optional.of(recorded.doubleValue());
            }
        }
        return new ClimateFigures(scores, agreements, alpha);
    }

    private static Optional<GroupScores> spread(JsonNode scale) {
        var squares = scale.at("/spread/sumAdjustedSquared");
        if (!squares.isNumber()) {
            return Optional.empty();
        }
        int n = scale.path("n").asInt();
        double mean = scale.path("sumAdjusted").doubleValue() / n;
        return Optional.of(new GroupScores(n, mean, Math.max(0, squares.doubleValue() - n * mean * mean) / (n - 1)));
    }

    private static Optional<Agreement> agreement(JsonNode released) {
        return released.isObject()
                ? Optional.of(new Agreement(
                        released.path("meanDeviation").doubleValue(),
                        released.path("itemVariances")
                                .valueStream()
                                .map(JsonNode::doubleValue)
                                .toList()))
                : Optional.empty();
    }

    /** How much companies differ. */
    public OneWay variance() {
        return OneWay.of(List.copyOf(scores.values()));
    }

    /** Mean over companies of rwg(J) against a uniform answer. */
    public double meanRwg() {
        return agreements.values().stream()
                .mapToDouble(agreement -> agreement.rwg(Agreement.UNIFORM))
                .average()
                .orElseThrow();
    }

    /** Holds every released spread against the people of the file. */
    Check check(ClimateFile file) {
        List<String> faults = new ArrayList<>();
        file.companies().forEach((company, rows) -> {
            var truth = GroupScores.of(rows.stream()
                    .map(ClimateFile.Row::answers)
                    .filter(ClimateFigures::scored)
                    .mapToDouble(ClimateFigures::mean)
                    .toArray());
            var released = scores.get(company);
            if (released == null) {
                faults.add(company + ": no spread is released");
            } else if (released.n() != truth.n()
                    || Math.abs(released.mean() - truth.mean()) > EXACT
                    || Math.abs(released.variance() - truth.variance()) > EXACT) {
                faults.add(company + ": " + released + " is released, the file has " + truth);
            }
        });
        return new Check("every spread is the file's", scores.size(), faults);
    }

    private static boolean scored(List<@Nullable Integer> answers) {
        return 2 * answers.stream().filter(answer -> answer != null).count() >= answers.size();
    }

    private static double mean(List<@Nullable Integer> answers) {
        int sum = 0;
        int n = 0;
        for (Integer answer : answers) {
            if (answer != null) {
                sum += answer;
                n++;
            }
        }
        return (double) sum / n;
    }
}
