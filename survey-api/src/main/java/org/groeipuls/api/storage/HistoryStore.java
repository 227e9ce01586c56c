package org.groeipuls.api.storage;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** History as rows, for those who read it in bulk. */
public final class HistoryStore {
    /** No event follows. */
    public static final long NO_MORE = -1;

    private final JdbcClient jdbc;

    public HistoryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * An event as it is stored.
     *
     * @param position its place in history, from 1
     * @param time the day it was recorded, as midnight UTC
     * @param data its content as JSON
     */
    public record StoredEvent(
            long position, String type, String revision, String aggregate, long sequence, String time, String data) {}

    /** The position of the last event; 0 when there is none. */
    public long head() {
        return jdbc.sql("select coalesce(max(global_index), 0) from history_event")
                .query(Long.class)
                .single();
    }

    /** How many events there are of a type in one of its revisions. */
    public record Counted(String type, String revision, long events) {}

    /** The numbers of events up to a position, counted where they are stored. */
    public List<Counted> counts(long position) {
        return jdbc.sql("select payload_type, payload_revision, count(*) from history_event"
                        + " where global_index <= :position group by payload_type, payload_revision")
                .param("position", position)
                .query((row, n) -> new Counted(row.getString(1), row.getString(2), row.getLong(3)))
                .list();
    }

    /** Whether there is an event of any other type than this. */
    public boolean holdsMoreThan(String type) {
        return jdbc.sql("select global_index from history_event where payload_type <> :type"
                        + " fetch first 1 rows only")
                .param("type", type)
                .query(Long.class)
                .optional()
                .isPresent();
    }

    /** Ids of aggregates, with their type, that have an event of one type and none that ends them. */
    public Set<String> begun(String type, Set<String> ends) {
        return new TreeSet<>(
                jdbc.sql("select distinct aggregate_identifier from history_event where payload_type = :type"
                                + " and aggregate_identifier not in"
                                + " (select aggregate_identifier from history_event where payload_type in (:ends))")
                        .param("type", type)
                        .param("ends", ends)
                        .query(String.class)
                        .list());
    }

    /**
     * The position of the last of so many events after a position; {@link #NO_MORE} when there are no more than these.
     *
     * @param type of the events; null for any
     */
    public long endOfPart(long after, int events, @Nullable String type) {
        var statement = jdbc.sql("select global_index from history_event where global_index > :after"
                        + (type == null ? "" : " and payload_type = :type")
                        + " order by global_index offset :before rows fetch first 2 rows only")
                .param("after", after)
                .param("before", events - 1);
        if (type != null) {
            statement = statement.param("type", type);
        }
        var found = statement.query(Long.class).list();
        return found.size() < 2 ? NO_MORE : found.getFirst();
    }

    /** Up to {@code limit} events after a position, of one type or of all, in the order of history. */
    public List<StoredEvent> after(long position, int limit, @Nullable String type) {
        var sql = "select global_index, payload_type, payload_revision, aggregate_identifier, sequence_number,"
                + " time_stamp, payload from history_event where global_index > :position"
                + (type == null ? "" : " and payload_type = :type")
                + " order by global_index fetch first :limit rows only";
        var statement = jdbc.sql(sql).param("position", position).param("limit", limit);
        if (type != null) {
            statement = statement.param("type", type);
        }
        return statement
                .query((row, n) -> new StoredEvent(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getLong(5),
                        row.getString(6),
                        row.getString(7)))
                .list();
    }
}
