package org.groeipuls.attack;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Looks at the times and notes that stand beside events in history. */
final class EventMetadata implements Attack<Evidence> {
    private static final String DAY = "\\d{4}-\\d{2}-\\d{2}(T00:00:00(\\.0+)?Z)?";

    @Override
    public String key() {
        return "event-metadata";
    }

    @Override
    public boolean changes() {
        return true;
    }

    @Override
    public Finding on(Evidence evidence) {
        var notes = new Notes();
        var events = evidence.after().tables().stream()
                .filter(table -> table.order().equals("no order"))
                .filter(table -> !table.rows().isEmpty()
                        && table.rows().getFirst().cells().keySet().containsAll(List.of("time_stamp", "meta_data")))
                .flatMap(table -> table.rows().stream())
                .toList();
        if (events.isEmpty()) {
            throw new AttackNotRun("No history was found in the copies");
        }
        Set<String> times = new TreeSet<>();
        for (var event : events) {
            var time = event.cells().getOrDefault("time_stamp", "");
            var note = event.cells().getOrDefault("meta_data", "");
            notes.expect(time.matches(DAY), "an event bears a time finer than the day");
            notes.expect(note.isBlank() || note.equals("{}"), "an event bears a note beside it");
            if (event.cells().getOrDefault("payload_type", "").matches("CountPublished|BlockReleased")
                    && event.cells().getOrDefault("payload", "").contains(evidence.pulse())) {
                times.add(time);
            }
        }
        notes.expect(times.size() == 1, "the release of one pulse bears " + times.size() + " times");
        notes.number("events", events.size());
        notes.number("times", times.size());
        return notes.finding();
    }
}
