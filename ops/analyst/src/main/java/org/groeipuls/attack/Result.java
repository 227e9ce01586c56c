package org.groeipuls.attack;

/**
 * An attack that was run, or why not.
 *
 * @param seconds how long it took, rounded up
 */
public record Result(String key, boolean changes, Finding finding, long seconds) {
    /** Whether the promise was kept, as far as this attack can tell. */
    public boolean succeeded() {
        return finding.outcome() == Outcome.SUCCEEDED;
    }
}
