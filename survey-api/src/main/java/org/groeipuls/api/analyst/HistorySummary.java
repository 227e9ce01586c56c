package org.groeipuls.api.analyst;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.groeipuls.api.storage.HistoryStore;
import org.groeipuls.api.storage.HistoryStore.StoredEvent;
import org.groeipuls.tree.Checksum;
import org.groeipuls.tree.EventLine;
import org.groeipuls.tree.RecordedEvent;

/** What an export can be held against: numbers of events and a checksum that is the same in every format. */
public final class HistorySummary {
    private final HistoryStore history;

    HistorySummary(HistoryStore history) {
        this.history = history;
    }

    /**
     * History up to a position.
     *
     * @param position of the last event; 0 when there is none
     * @param checksum SHA-256 over the bytes of all events in their order, in lower-case hexadecimal (docs/protocol.md)
     */
    public record Totals(long events, long position, String checksum, List<OfType> types) {}

    /** @param dataschema names the schema */
    public record OfType(String type, String revision, long events, String dataschema) {}

    private record Kind(String type, String revision) implements Comparable<Kind> {
        @Override
        public int compareTo(Kind other) {
            return (type + "/" + revision).compareTo(other.type + "/" + other.revision);
        }
    }

    public Totals through(long position) {
        Map<Kind, Long> counts = new TreeMap<>();
        var checksum = new Checksum();
        long[] last = {0};
        new HistoryExport(history, 0, position, Integer.MAX_VALUE, null).each(event -> {
            counts.merge(new Kind(event.type(), event.revision()), 1L, Long::sum);
            checksum.add(recorded(event));
            last[0] = event.position();
        });
        return of(counts, last[0], checksum.value());
    }

    /** History up to a position without its checksum, so that it is counted where it is stored and not read. */
    public Totals counted(long position) {
        Map<Kind, Long> counts = new TreeMap<>();
        history.counts(position).forEach(count -> counts.put(new Kind(count.type(), count.revision()), count.events()));
        return of(counts, position, "");
    }

    private static Totals of(Map<Kind, Long> counts, long position, String checksum) {
        var types = counts.entrySet().stream()
                .map(kind -> new OfType(
                        kind.getKey().type(),
                        kind.getKey().revision(),
                        kind.getValue(),
                        EventLine.schema(kind.getKey().type(), kind.getKey().revision())))
                .toList();
        return new Totals(types.stream().mapToLong(OfType::events).sum(), position, checksum, types);
    }

    /** The event as it is hashed. */
    static RecordedEvent recorded(StoredEvent event) {
        return new RecordedEvent(
                event.position(),
                event.type(),
                event.revision(),
                event.aggregate(),
                event.sequence(),
                event.time(),
                event.data());
    }
}
