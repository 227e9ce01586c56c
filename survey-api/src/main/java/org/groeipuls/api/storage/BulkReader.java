package org.groeipuls.api.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import javax.sql.DataSource;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;

/**
 * History in bulk: a stretch of events at a time with a cursor in the server, each decoded once, without what a processor
 * does per event. Between two stretches it holds nothing, so however long a reading takes, no old state of the database is
 * kept for it, and it can be gone on with from any position.
 */
public final class BulkReader {
    private static final int FETCH = 500;
    private static final int DAY_LENGTH = 10;
    private static final String LAST_DAY = "9999-12-31";
    private static final String UP_TO = " global_index <= ? and substring(time_stamp from 1 for 10) <= ?";

    private final DataSource source;
    private final EventNames events;

    public BulkReader(DataSource source, EventNames events) {
        this.source = source;
        this.events = events;
    }

    /**
     * Which part of history is read; what comes later does not change it.
     *
     * @param head the position of the last event at most
     * @param total how many events that is
     * @param asOf the last recorded day; absent for all
     */
    public record Extent(long head, long total, @Nullable LocalDate asOf) {
        private String day() {
            return asOf == null ? LAST_DAY : asOf.toString();
        }
    }

    /** Takes events in the order of history. */
    @FunctionalInterface
    public interface Taker {
        /** @param day the day on which it was recorded, as midnight UTC */
        void take(String id, Object event, Instant day);
    }

    /** What was read: up to which position, and how many events, which can be none. */
    public record Stretch(long position, int events) {}

    /** All of history as it is now, or what was recorded up to the end of a day. */
    public Extent extent(@Nullable LocalDate asOf) {
        var all = new Extent(Long.MAX_VALUE, 0, asOf);
        try (var connection = source.getConnection();
                var statement = connection.prepareStatement(
                        "select coalesce(max(global_index), 0), count(*) from history_event where" + UP_TO)) {
            statement.setLong(1, all.head());
            statement.setString(2, all.day());
            try (var row = statement.executeQuery()) {
                row.next();
                return new Extent(row.getLong(1), row.getLong(2), asOf);
            }
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    /** How many events of an extent lie at or before a position. */
    public long before(long position, Extent extent) {
        try (var connection = source.getConnection();
                var statement = connection.prepareStatement("select count(*) from history_event where" + UP_TO)) {
            statement.setLong(1, Math.min(position, extent.head()));
            statement.setString(2, extent.day());
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    /**
     * Hands over the events at the next so many positions after one. A range of positions and not a number of events: no
     * database is tempted to sort the rest of history for it.
     */
    public Stretch read(long after, Extent extent, int positions, Taker taker) {
        long last = Math.min(after + positions, extent.head());
        try (var connection = source.getConnection()) {
            connection.setAutoCommit(false); // PostgreSQL streams within a transaction only
            try (var statement = connection.prepareStatement(
                    "select event_identifier, payload_type, payload_revision, time_stamp, payload from history_event"
                            + " where global_index > ? and global_index <= ? order by global_index")) {
                statement.setFetchSize(FETCH);
                statement.setLong(1, after);
                statement.setLong(2, last);
                return new Stretch(last, read(statement, extent.day(), taker));
            } finally {
                end(connection);
            }
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    private int read(PreparedStatement statement, String lastDay, Taker taker) throws SQLException {
        int count = 0;
        try (var row = statement.executeQuery()) {
            while (row.next()) {
                var time = row.getString(4);
                if (time.substring(0, DAY_LENGTH).compareTo(lastDay) <= 0) {
                    count++;
                    Object event = events.deserialize(new SimpleSerializedObject<>(
                            row.getString(5), String.class, row.getString(2), row.getString(3)));
                    taker.take(row.getString(1), event, Instant.parse(time));
                }
            }
        }
        return count;
    }

    private static void end(Connection connection) throws SQLException {
        connection.rollback();
        connection.setAutoCommit(true);
    }

    private static IllegalStateException unreadable(SQLException e) {
        return new IllegalStateException("History cannot be read", e);
    }
}
