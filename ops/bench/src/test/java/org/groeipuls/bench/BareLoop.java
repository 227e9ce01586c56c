package org.groeipuls.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.serialization.SimpleSerializedObject;
import org.groeipuls.api.storage.EventNames;
import org.groeipuls.api.storage.Scratch;
import org.groeipuls.release.ReleaseEvent.BlockReleased;

/**
 * The least that going over all of history can cost: a cursor, each event decoded, and as many rows of the same size as a
 * replay writes put into the same table in batches, committed as often. It computes nothing, writes no JSON, looks nothing
 * up, and writes none of the other tables of a replay.
 */
final class BareLoop {
    private static final List<String> CONSTRUCTS = List.of("psychological-safety", "leader-role-modelling");

    private final DataSource source;
    private final EventNames names;
    private final String content;

    /** @param content of each row */
    BareLoop(DataSource source, EventNames names, String content) {
        this.source = source;
        this.names = names;
        this.content = content;
    }

    void run(Scratch scratch, int events, int stretch) throws SQLException {
        try (var reading = source.getConnection();
                var writing = scratch.tables().getConnection();
                var insert =
                        writing.prepareStatement("insert into trend_point (grp, construct, pulse, ordinal, line, own,"
                                + " content) values (?, ?, ?, ?, 1, true, ?)")) {
            reading.setAutoCommit(false);
            writing.setAutoCommit(false);
            // H2 gathers the whole answer first, and loses old blocks under a lazy one that takes a minute
            boolean h2 = reading.getMetaData().getDatabaseProductName().equals("H2");
            int most = h2 ? stretch : events;
            for (int after = 0; after < events; after += most) {
                range(reading, insert, after, Math.min(events, after + most), stretch);
                reading.rollback();
            }
            reading.setAutoCommit(true);
        }
    }

    private void range(Connection reading, PreparedStatement insert, int after, int last, int stretch)
            throws SQLException {
        try (var statement = reading.prepareStatement(
                "select global_index, payload_type, payload_revision, payload from history_event"
                        + " where global_index > ? and global_index <= ? order by global_index")) {
            statement.setFetchSize(500);
            statement.setInt(1, after);
            statement.setInt(2, last);
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    int position = row.getInt(1);
                    Object event = names.deserialize(new SimpleSerializedObject<>(
                            row.getString(4), String.class, row.getString(2), row.getString(3)));
                    if (event instanceof BlockReleased block) {
                        add(insert, block, position);
                    }
                    if (position % stretch == 0 || position == last) {
                        insert.executeBatch();
                        insert.getConnection().commit();
                    }
                }
            }
        }
    }

    private void add(PreparedStatement insert, BlockReleased block, int position) throws SQLException {
        for (var construct : CONSTRUCTS) {
            insert.setString(1, block.groups().first().value());
            insert.setString(2, construct);
            insert.setString(3, block.pulse().value());
            insert.setInt(4, position);
            insert.setString(5, content);
            insert.addBatch();
        }
    }
}
