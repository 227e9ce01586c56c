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
final class BareLoop implements AutoCloseable {
    private static final List<String> CONSTRUCTS = List.of("psychological-safety", "leader-role-modelling");

    private final EventNames names;
    private final String content;
    private final Connection reading;
    private final Connection writing;
    private final PreparedStatement insert;
    private final boolean h2;

    /** @param content of each row, such as a replay writes */
    BareLoop(DataSource source, Scratch scratch, EventNames names, String content) throws SQLException {
        this.names = names;
        this.content = content;
        reading = source.getConnection();
        writing = scratch.tables().getConnection();
        reading.setAutoCommit(false);
        writing.setAutoCommit(false);
        insert = writing.prepareStatement("insert into trend_point (grp, construct, pulse, ordinal, line, own, content)"
                + " values (?, ?, ?, ?, 1, true, ?)");
        h2 = reading.getMetaData().getDatabaseProductName().equals("H2");
    }

    /** Goes over the events after one position up to another, and commits every so many. */
    void run(int after, int last, int stretch) throws SQLException {
        // H2 gathers the whole answer first, and loses old blocks under a lazy one that takes a minute
        int most = h2 ? stretch : last - after;
        for (int from = after; from < last; from += most) {
            range(from, Math.min(last, from + most), stretch);
            reading.rollback();
        }
    }

    @Override
    public void close() throws SQLException {
        insert.close();
        writing.close();
        reading.setAutoCommit(true);
        reading.close();
    }

    private void range(int after, int last, int stretch) throws SQLException {
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
                        add(block, position);
                    }
                    if (position % stretch == 0 || position == last) {
                        insert.executeBatch();
                        writing.commit();
                    }
                }
            }
        }
    }

    private void add(BlockReleased block, int position) throws SQLException {
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
