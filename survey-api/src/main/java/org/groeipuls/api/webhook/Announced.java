package org.groeipuls.api.webhook;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What other systems can be told of; the words are those of history. */
enum Announced {
    PULSE_OPENED("PulseOpened"),
    PULSE_CLOSED("PulseClosed"),
    PULSE_COUNTED("PulseCounted");

    private final String word;

    Announced(String word) {
        this.word = word;
    }

    /** The stable name in API, history and webhooks. */
    @JsonValue
    String word() {
        return word;
    }

    static String joined(SortedSet<Announced> events) {
        return events.stream().map(Announced::word).collect(Collectors.joining(","));
    }

    static SortedSet<Announced> read(String joined) {
        var words = Arrays.asList(joined.split(","));
        return Arrays.stream(values())
                .filter(one -> words.contains(one.word))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
