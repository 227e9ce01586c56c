package org.groeipuls.api.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.axonframework.common.DateTimeUtils;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.groeipuls.replay.Views;
import org.jspecify.annotations.Nullable;

/**
 * Puts other rows in the place of the live views'. Whoever writes them claims the processor's token with every batch: the
 * claim is taken first, so a batch that is under way on another node fails and is done again afterwards.
 */
final class ViewSwitch {
    /** Nobody has said yet which version made the views. */
    static final int NONE = 0;

    private static final String TURN = "rebuild";
    private static final String LAYOUT = "layout";
    private static final String PROCESSOR = "views";

    private final DataSource source;
    private final Serializer tokens;
    private final String owner = "rebuild-" + UUID.randomUUID();

    ViewSwitch(DataSource source, Serializer tokens) {
        this.source = source;
        this.tokens = tokens;
    }

    /**
     * Takes the turn to make views anew, or keeps it.
     *
     * @param until up to when it is nobody else's, milliseconds since 1970
     * @param held what it was taken with; 0 to take it when it is nobody's
     * @return whether it is ours
     */
    boolean turn(long now, long held, long until) {
        return within(connection -> {
            try (var update = connection.prepareStatement("update " + Views.POSITION
                    + " set position = ? where name = ? and (position = ? or position < ?)")) {
                update.setLong(1, until);
                update.setString(2, TURN);
                update.setLong(3, held);
                update.setLong(4, held == 0 ? now : 0);
                return update.executeUpdate() == 1;
            }
        });
    }

    /** Takes the token, whoever has it. */
    void claim() {
        within(connection -> {
            try (var update = connection.prepareStatement(
                    "update history_token set owner = ?, time_stamp = ? where processor_name = ?")) {
                update.setString(1, owner);
                update.setString(2, DateTimeUtils.formatInstant(Instant.now()));
                update.setString(3, PROCESSOR);
                return update.executeUpdate();
            }
        });
    }

    /**
     * Replaces what differs, lets the token go, and notes by which version the views were made. Where the others are further
     * than the live ones, which may have stood still, the token goes on from where the others are, so that no event is
     * applied twice.
     *
     * @param catchUp fills the others up to where the live ones are
     * @param onward is called before each table and before it is done; what it throws leaves all as it was
     * @return how many rows differed by table
     */
    SortedMap<String, Long> switchTo(Scratch scratch, LongConsumer catchUp, Runnable onward) {
        return within(connection -> {
            long position = position(connection);
            catchUp.accept(position);
            var differing = new TreeMap<String, Long>();
            for (var table : Views.TABLES) {
                onward.run();
                long rows = differing(connection, table, scratch.qualified(table));
                if (rows > 0) {
                    differing.put(table, rows);
                    run(connection, "delete from " + table);
                    run(connection, "insert into " + table + " select * from " + scratch.qualified(table));
                }
            }
            onward.run();
            long reached = Math.max(position, read(connection, scratch.qualified(Views.POSITION)));
            if (reached > position) {
                forward(connection, reached);
            }
            note(connection, ViewPosition.NAME, reached);
            note(connection, LAYOUT, Views.LAYOUT);
            run(connection, "update history_token set owner = null where processor_name = '" + PROCESSOR + "'");
            return Collections.unmodifiableSortedMap(differing);
        });
    }

    /** Of which layout the views are. */
    int layout() {
        return within(connection -> {
            try (var select =
                    connection.prepareStatement("select position from " + Views.POSITION + " where name = ?")) {
                select.setString(1, LAYOUT);
                try (var row = select.executeQuery()) {
                    return row.next() ? row.getInt(1) : NONE;
                }
            }
        });
    }

    void layout(int layout) {
        within(connection -> note(connection, LAYOUT, layout));
    }

    /** Where the live views are; the row stays locked until this transaction ends. */
    private long position(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement(
                "select owner, token, token_type from history_token where processor_name = ? and segment = 0 for"
                        + " update")) {
            select.setString(1, PROCESSOR);
            try (var row = select.executeQuery()) {
                if (!row.next()) {
                    throw new IllegalStateException("The views have no token; start their processor first");
                }
                if (!owner.equals(row.getString(1))) {
                    throw new ScratchSession.TakenOver();
                }
                return position(row.getString(2), row.getString(3));
            }
        }
    }

    private long position(@Nullable String token, @Nullable String type) {
        if (token == null || type == null) {
            return 0;
        }
        TrackingToken read = tokens.deserialize(new SimpleSerializedObject<>(token, String.class, type, null));
        return Math.max(0, read.position().orElse(0));
    }

    private static long read(Connection connection, String positions) throws SQLException {
        try (var select = connection.prepareStatement("select position from " + positions + " where name = ?")) {
            select.setString(1, ViewPosition.NAME);
            try (var row = select.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }

    /** Positions are visible in the order in which they were given, so there is no gap that could still be filled. */
    private void forward(Connection connection, long position) throws SQLException {
        var token = tokens.serialize(GapAwareTrackingToken.newInstance(position, List.of()), String.class);
        try (var update = connection.prepareStatement(
                "update history_token set token = ?, token_type = ? where processor_name = ? and segment = 0")) {
            update.setString(1, token.getData());
            update.setString(2, token.getType().getName());
            update.setString(3, PROCESSOR);
            update.executeUpdate();
        }
    }

    private static long differing(Connection connection, String live, String other) throws SQLException {
        var sql = "select (select count(*) from (select * from %1$s except select * from %2$s) more)"
                + " + (select count(*) from (select * from %2$s except select * from %1$s) fewer)";
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql.formatted(live, other))) {
            row.next();
            return row.getLong(1);
        }
    }

    private static boolean note(Connection connection, String name, long value) throws SQLException {
        run(connection, "delete from " + Views.POSITION + " where name = '" + name + "'");
        run(connection, "insert into " + Views.POSITION + " (name, position) values ('" + name + "', " + value + ")");
        return true;
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private <T> T within(Work<T> work) {
        try (var connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try {
                var result = work.on(connection);
                connection.commit();
                return result;
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The views could not be made anew", e);
        }
    }
}
