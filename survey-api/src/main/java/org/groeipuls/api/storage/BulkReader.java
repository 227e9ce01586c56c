package org.groeipuls.api.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import javax.sql.DataSource;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * History in bulk: a stretch of events at a time with a cursor in the server, each decoded once, without what a processor
 * does per event. Between two stretches it holds nothing, so however long a reading takes, no old state of the database is
 * kept for it, and it can be gone on with from any position.
 */
public final class BulkReader {
    private static final Logger LOG = LoggerFactory.getLogger(BulkReader.class);
    private static final int FETCH = 500;

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
        private static final int PARTS = 100;
        private static final int LEAST_STRETCH = 100;

        /** How many events to read at a time: of a short history a hundredth, so that it can be seen how far it is. */
        public int stretch(int most) {
            return (int) Math.min(most, Math.max(LEAST_STRETCH, total / PARTS));
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

    /** All of history as it is now, or up to the last event that was recorded by the end of a day. */
    public Extent extent(@Nullable LocalDate asOf) {
        try (var connection = source.getConnection();
                var last = connection.prepareStatement("select coalesce(max(global_index), 0) from history_event"
                        + (asOf == null ? "" : " where substring(time_stamp from 1 for 10) <= ?"))) {
            if (asOf != null) {
                last.setString(1, asOf.toString());
            }
            try (var row = last.executeQuery()) {
                row.next();
                long head = row.getLong(1);
                return new Extent(head, count(connection, head), asOf);
            }
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    /** How many events of an extent lie at or before a position. */
    public long before(long position, Extent extent) {
        try (var connection = source.getConnection()) {
            return count(connection, Math.min(position, extent.head()));
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    private static long count(Connection connection, long head) throws SQLException {
        try (var count = connection.prepareStatement("select count(*) from history_event where global_index <= ?")) {
            count.setLong(1, head);
            try (var row = count.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
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
                    "select event_identifier, payload_type, payload_revision, time_stamp, payload, global_index"
                            + " from history_event where global_index > ? and global_index <= ? order by global_index")) {
                statement.setFetchSize(FETCH);
                statement.setLong(1, after);
                statement.setLong(2, last);
                return new Stretch(last, read(statement, taker));
            } finally {
                end(connection);
            }
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    private int read(PreparedStatement statement, Taker taker) throws SQLException {
        int count = 0;
        try (var row = statement.executeQuery()) {
            while (row.next()) {
                count++;
                take(row, taker);
            }
        }
        return count;
    }

    private void take(ResultSet row, Taker taker) throws SQLException {
        try {
            Object event = events.deserialize(
                    new SimpleSerializedObject<>(row.getString(5), String.class, row.getString(2), row.getString(3)));
            taker.take(row.getString(1), event, Instant.parse(row.getString(4)));
        } catch (RuntimeException e) {
            LOG.warn(
                    "History was read up to position {}, where {} of revision {} could not be taken in: {}",
                    row.getLong(6),
                    row.getString(2),
                    row.getString(3),
                    e.getClass().getName());
            throw e;
        }
    }

    private static void end(Connection connection) throws SQLException {
        connection.rollback();
        connection.setAutoCommit(true);
    }

    private static IllegalStateException unreadable(SQLException e) {
        return new IllegalStateException("History cannot be read", e);
    }
}
