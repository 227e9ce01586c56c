package org.groeipuls.simulation;

import java.util.List;

/**
 * One promise, held against what the server did.
 *
 * @param promise what should be so
 * @param compared how many figures were looked at; a check that looked at none has not passed
 * @param faults where it is not so
 */
public record Check(String promise, int compared, List<String> faults) {
    public Check {
        faults = List.copyOf(faults);
    }

    /** Whether something was compared and all of it was right. */
    public boolean passed() {
        return compared > 0 && faults.isEmpty();
    }

    @Override
    public String toString() {
        if (passed()) {
            return "ok: %s (%d compared)".formatted(promise, compared);
        }
        List<String> first =
                compared == 0 ? List.of("nothing was found to compare") : faults.subList(0, Math.min(5, faults.size()));
        return "NOT OK: %s: %d faults, the first: %s".formatted(promise, faults.size(), String.join("; ", first));
    }
}
