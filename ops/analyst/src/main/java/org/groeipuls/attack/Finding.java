package org.groeipuls.attack;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What came of an attack.
 *
 * @param tries how often something was tried or compared
 * @param numbers what was measured, by the key of its text
 * @param evidence what was found where the attack succeeded; never an answer, a code or a key
 * @param reason why it was not run
 */
public record Finding(
        Outcome outcome,
        long tries,
        Map<String, Double> numbers,
        List<String> evidence,
        @Nullable String reason) {
    public Finding {
        numbers = new TreeMap<>(numbers);
        evidence = List.copyOf(evidence);
    }

    static Finding notRun(String reason) {
        return new Finding(Outcome.NOT_RUN, 0, Map.of(), List.of(), reason);
    }

    static Finding brokeOff(String reason) {
        return new Finding(Outcome.BROKE_OFF, 0, Map.of(), List.of(), reason);
    }

    static Finding notApplicable(String reason) {
        return new Finding(Outcome.NOT_APPLICABLE, 0, Map.of(), List.of(), reason);
    }
}
