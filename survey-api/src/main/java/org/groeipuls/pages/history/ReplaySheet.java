package org.groeipuls.pages.history;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.groeipuls.api.analyst.ReplayRequest;
import org.groeipuls.api.analyst.ReplayRequest.Limits;
import org.groeipuls.api.analyst.ReplayRequest.MappingRequest;
import org.groeipuls.api.analyst.ReplayRequest.RuleRequest;
import org.groeipuls.api.analyst.StatedConstants;
import org.groeipuls.calibration.CalibrationVersion;
import org.groeipuls.calibration.Constants;
import org.groeipuls.instrument.InstrumentKey;
import org.groeipuls.pages.Typed;
import org.groeipuls.pages.Words;
import org.groeipuls.rule.RuleVersion;
import org.groeipuls.rule.ScoringRule;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** The form of a new replay, as it was typed. What is left as it is in force is not sent along. */
public record ReplaySheet(MultiValueMap<String, String> typed) {
    /** Instead of the name of a calibration: numbers of one's own. */
    static final String OWN = "own";

    private static final String WEIGHT = "weight.";
    private static final String ALPHA = "alpha";
    private static final String SMALLEST = "smallest";
    private static final String STEADY = "steadyWithin";
    private static final String KAPPA = "kappa";
    private static final String Q = "q";
    private static final String GAP = "gapVariance";

    /** Something that was typed cannot be read, at this field. */
    static final class Wrong extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final String code;
        private final String field;

        Wrong(String code, String field) {
            super(code, null, false, false);
            this.code = code;
            this.field = field;
        }

        String code() {
            return code;
        }

        String field() {
            return field;
        }
    }

    /** What is in force, before anything was typed. */
    static ReplaySheet fresh(ScoringRule rule, Constants constants, Words words) {
        var typed = new LinkedMultiValueMap<String, String>();
        rule.weights().forEach((item, weight) -> typed.set(WEIGHT + item, words.constant(weight)));
        rule.turned().forEach(item -> typed.add("turned", item));
        typed.set(ALPHA, words.constant(rule.outcomes().alpha()));
        typed.set(SMALLEST, words.constant(rule.outcomes().smallest()));
        typed.set(STEADY, words.constant(rule.outcomes().steadyWithin()));
        typed.set(KAPPA, words.constant(constants.kappa()));
        typed.set(Q, words.constant(constants.q()));
        typed.set(GAP, words.constant(constants.gapVariance()));
        return new ReplaySheet(typed);
    }

    /** What stands in a field; empty when nothing does. */
    public String text(String field) {
        var value = typed.getFirst(field);
        return value == null ? "" : value.strip();
    }

    /** What stands in the field of a statement's weight; 1 before anything was typed. */
    public String weight(String item) {
        return typed.containsKey(WEIGHT + item) ? text(WEIGHT + item) : "1";
    }

    public boolean turned(String item) {
        return typed.getOrDefault("turned", List.of()).contains(item);
    }

    /** Whether anything was said of a scale, so that it is shown unfolded. */
    public boolean concerns(InForce.Scale scale) {
        return scale.items().stream()
                .anyMatch(item -> turned(item.id()) || !weight(item.id()).equals("1"));
    }

    /** @throws Wrong when a field cannot be read */
    ReplayRequest request(ScoringRule inForce, Constants constants) {
        return new ReplayRequest(
                rule(inForce), calibration(), stated(constants), null, mapping(), day("asOf", "day-unreadable"));
    }

    private @Nullable RuleRequest rule(ScoringRule inForce) {
        Map<String, Number> weights = new TreeMap<>();
        typed.keySet().stream().filter(field -> field.startsWith(WEIGHT)).forEach(field -> {
            double weight = text(field).isEmpty() ? 1 : number(field, "weight-unreadable");
            if (weight != 1) {
                weights.put(field.substring(WEIGHT.length()), weight);
            }
        });
        var turned = typed.getOrDefault("turned", List.of());
        var limits = new Limits(optional(ALPHA), optional(SMALLEST), optional(STEADY));
        var name = text("name");
        if (name.isEmpty()) {
            var same = new RuleRequest(inForce.rule(), weights, turned, limits);
            if (asInForce(same, inForce)) {
                return null;
            }
            throw new Wrong("rule-name-missing", "name");
        }
        return new RuleRequest(readable("rule-name-unreadable", "name", RuleVersion::new), weights, turned, limits);
    }

    private static boolean asInForce(RuleRequest asked, ScoringRule inForce) {
        return asked.rule().equals(inForce);
    }

    private @Nullable CalibrationVersion calibration() {
        var chosen = text("calibration");
        if (chosen.isEmpty()) {
            return null;
        }
        return chosen.equals(OWN)
                ? readable("calibration-name-unreadable", "ownName", CalibrationVersion::new)
                : readable("replay-not-allowed", "calibration", CalibrationVersion::new);
    }

    private @Nullable StatedConstants stated(Constants inForce) {
        return text("calibration").equals(OWN)
                ? new StatedConstants(
                        new TreeMap<>(inForce.offsets()),
                        new TreeMap<>(inForce.mu()),
                        new TreeMap<>(inForce.tau2()),
                        new TreeMap<>(inForce.s02()),
                        number(KAPPA, "level-unreadable"),
                        number(Q, "level-unreadable"),
                        number(GAP, "level-unreadable"))
                : null;
    }

    /** One pair a line, such as {@code PS1=PS1}. */
    private @Nullable MappingRequest mapping() {
        var lines = text("mapping").lines().filter(line -> !line.isBlank()).toList();
        if (lines.isEmpty()) {
            return null;
        }
        Map<String, String> items = new LinkedHashMap<>();
        for (var line : lines) {
            List<String> pair = new ArrayList<>(List.of(line.split("=", -1)));
            if (pair.size() != 2
                    || items.put(pair.getFirst().strip(), pair.getLast().strip()) != null) {
                throw new Wrong("mapping-unreadable", "mapping");
            }
        }
        return new MappingRequest(instrument("from"), instrument("to"), items);
    }

    private InstrumentKey instrument(String field) {
        try {
            return InstrumentKey.parse(text(field));
        } catch (RuntimeException noKey) {
            throw new Wrong("mapping-unreadable", field);
        }
    }

    private @Nullable LocalDate day(String field, String code) {
        if (text(field).isEmpty()) {
            return null;
        }
        try {
            return Typed.day(text(field));
        } catch (Typed.Unreadable unreadable) {
            throw new Wrong(code, field);
        }
    }

    private @Nullable Double optional(String field) {
        return text(field).isEmpty() ? null : number(field, "level-unreadable");
    }

    private double number(String field, String code) {
        try {
            return Typed.number(text(field));
        } catch (Typed.Unreadable unreadable) {
            throw new Wrong(code, field);
        }
    }

    private <T> T readable(String code, String field, java.util.function.Function<String, T> make) {
        try {
            return Typed.id(code, text(field), make);
        } catch (Typed.Unreadable unreadable) {
            throw new Wrong(unreadable.code(), field);
        }
    }
}
