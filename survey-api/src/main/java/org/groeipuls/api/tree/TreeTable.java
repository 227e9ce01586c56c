package org.groeipuls.api.tree;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.groeipuls.tree.Nodes;
import org.groeipuls.tree.RecordedEvent;
import org.groeipuls.tree.SignedHead;
import org.groeipuls.tree.TreeHash;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tree, its heads and the history below it, in the tables of one database. */
final class TreeTable implements Nodes {
    private static final String HEADS = "select size, root, signed_on, signing_key, signature from tree_head ";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    TreeTable(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /**
     * How far the tree has grown.
     *
     * @param position of the last event in it; 0 when there is none
     * @param mark of the key that its salts come from; null before the first event
     * @param fault what is wrong with history; null when nothing is known to be
     */
    record State(
            long size,
            long position,
            @Nullable String mark,
            @Nullable String fault) {}

    /** A completed subtree; of a leaf with the position of its event. */
    record Node(
            int level, long index, TreeHash hash, @Nullable Long position) {}

    State state() {
        return state("");
    }

    /** The state, which nobody else changes until this transaction ends. */
    State locked() {
        return state(" for update");
    }

    private State state(String more) {
        return jdbc.sql("select size, position, mark, fault from tree_state where id = 1" + more)
                .query((row, n) -> new State(row.getLong(1), row.getLong(2), row.getString(3), row.getString(4)))
                .single();
    }

    void grown(long size, long position, String mark) {
        jdbc.sql("update tree_state set size = :size, position = :position, mark = :mark where id = 1")
                .param("size", size)
                .param("position", position)
                .param("mark", mark)
                .update();
    }

    /** @param day for whoever looks at the database; nothing hangs on it */
    void checked(LocalDate day, @Nullable String fault) {
        jdbc.sql("update tree_state set checked_on = :day, fault = :fault where id = 1")
                .param("day", day.toString())
                .param("fault", fault)
                .update();
    }

    void keep(List<Node> nodes) {
        batches.batchUpdate(
                "insert into tree_node (level, node, hash, position) values (?, ?, ?, ?)", nodes, 1000, (row, node) -> {
                    row.setInt(1, node.level());
                    row.setLong(2, node.index());
                    row.setBytes(3, node.hash().bytes());
                    row.setObject(4, node.position());
                });
    }

    @Override
    public TreeHash at(int level, long index) {
        return jdbc.sql("select hash from tree_node where level = :level and node = :node")
                .param("level", level)
                .param("node", index)
                .query((row, n) -> TreeHash.of(row.getBytes(1)))
                .optional()
                .orElseThrow(() -> new EmptyResultDataAccessException(
                        "The tree of history has no node " + level + "/" + index, 1));
    }

    /** Leaves from one on, in their order. */
    List<Node> leaves(long from, int most) {
        return nodes(0, from, most);
    }

    /** Nodes of a level from one on, in their order; asked for by both ends, or H2 would sort all that follow. */
    List<Node> nodes(int level, long from, int most) {
        return jdbc.sql("select node, hash, position from tree_node where level = :level and node >= :from"
                        + " and node < :end order by node")
                .param("level", level)
                .param("from", from)
                .param("end", from + most)
                .query((row, n) -> new Node(level, row.getLong(1), TreeHash.of(row.getBytes(2)), row.getLong(3)))
                .list();
    }

    /** The leaf of the event at a position: positions rise with leaves, and each is at least a leaf's number and one. */
    OptionalLong leafAt(long position) {
        long low = 0;
        long high = Math.min(position, state().size()) - 1;
        while (low <= high) {
            long middle = (low + high) >>> 1;
            var found = leaves(middle, 1).getFirst().position();
            long at = found == null ? 0 : found;
            if (at == position) {
                return OptionalLong.of(middle);
            }
            if (at < position) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return OptionalLong.empty();
    }

    /** Heads, the newest first. */
    List<SignedHead> heads(int most) {
        return jdbc.sql(HEADS + "order by signed_on desc, size desc fetch first :most rows only")
                .param("most", most)
                .query((row, n) -> head(row))
                .list();
    }

    Optional<SignedHead> head(LocalDate day, long size) {
        return jdbc.sql(HEADS + "where signed_on = :day and size = :size")
                .param("day", day.toString())
                .param("size", size)
                .query((row, n) -> head(row))
                .optional();
    }

    private static SignedHead head(java.sql.ResultSet row) throws java.sql.SQLException {
        return new SignedHead(
                row.getLong(1),
                row.getString(2),
                LocalDate.parse(row.getString(3)),
                row.getString(4),
                row.getString(5));
    }

    void keep(SignedHead head) {
        jdbc.sql("insert into tree_head (size, signed_on, root, signing_key, signature)"
                        + " values (:size, :day, :root, :key, :signature)")
                .param("size", head.size())
                .param("day", head.day().toString())
                .param("root", head.root())
                .param("key", head.key())
                .param("signature", head.signature())
                .update();
    }

    /** History after a position, as it is stored. */
    List<RecordedEvent> history(long after, int most) {
        return jdbc.sql("select global_index, payload_type, payload_revision, aggregate_identifier, sequence_number,"
                        + " time_stamp, payload from history_event where global_index > :after"
                        + " order by global_index fetch first :most rows only")
                .param("after", after)
                .param("most", most)
                .query((row, n) -> new RecordedEvent(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getLong(5),
                        row.getString(6),
                        row.getString(7)))
                .list();
    }

    /** The position of the last event of history; 0 when there is none. */
    long end() {
        return jdbc.sql("select coalesce(max(global_index), 0) from history_event")
                .query(Long.class)
                .single();
    }
}
