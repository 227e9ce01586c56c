package org.groeipuls.simulation;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the people of one pulse were told is safe.
 *
 * @param ledger one entry per person whose ballot was acknowledged
 * @param behaviours how many people did what
 */
public record PlayResult(String pulse, List<Entry> ledger, Map<Behaviour, Integer> behaviours) {
    public PlayResult {
        ledger = List.copyOf(ledger);
        behaviours = Map.copyOf(behaviours);
    }

    /**
     * The ballot that has to be counted for one person.
     *
     * @param nonce its receipt, 32 hexadecimal characters
     * @param answers the last ones that were acknowledged
     */
    public record Entry(String group, String nonce, Map<String, @Nullable Integer> answers) {}

    /** The receipts of the ledger. */
    public List<String> nonces() {
        return ledger.stream().map(Entry::nonce).toList();
    }
}
