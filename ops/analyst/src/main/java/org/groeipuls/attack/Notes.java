package org.groeipuls.attack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What an attack writes down while it tries. Safe for many threads. */
public final class Notes {
    private static final int ENOUGH = 8;

    private final Map<String, Double> numbers = new HashMap<>();
    private final List<String> evidence = new ArrayList<>();
    private long tries;
    private long broken;

    public synchronized void tried() {
        tries++;
    }

    public synchronized void tried(long times) {
        tries += times;
    }

    /** Writes down a number under the key of its text. */
    public synchronized void number(String key, double value) {
        numbers.put(key, value);
    }

    /** The attack succeeded; {@code what} tells how, without any answer, code or key. */
    public synchronized void succeeded(String what) {
        broken++;
        if (evidence.size() < ENOUGH) {
            evidence.add(what);
        }
    }

    /** Success unless this holds. */
    public void expect(boolean holds, String otherwise) {
        tried();
        if (!holds) {
            succeeded(otherwise);
        }
    }

    public synchronized Finding finding() {
        if (broken > ENOUGH) {
            evidence.add("and " + (broken - ENOUGH) + " more");
        }
        return new Finding(broken == 0 ? Outcome.FAILED : Outcome.SUCCEEDED, tries, numbers, evidence, null);
    }
}
