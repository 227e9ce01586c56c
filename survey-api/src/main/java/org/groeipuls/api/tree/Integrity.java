package org.groeipuls.api.tree;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.groeipuls.tree.Frontier;
import org.groeipuls.tree.RecordedEvent;
import org.groeipuls.tree.SignedHead;
import org.groeipuls.tree.StoredTree;
import org.groeipuls.tree.TreeKey;
import org.springframework.dao.EmptyResultDataAccessException;

/** Says where history, its tree and the signed heads do not agree. Names positions and types, and never what they hold. */
final class Integrity {
    private static final int BATCH = 1000;
    private static final String MEND = "; restore history from a backup, or find out who changed it";

    private final TreeTable table;
    private final TreeKey key;

    Integrity(TreeTable table, TreeKey key) {
        this.table = table;
        this.key = key;
    }

    /** What a few reads show: a lost key, a lost end, a newest head that is not the tree's. */
    Optional<String> glance(TreeTable.State state) {
        var mark = state.mark();
        if (mark != null && !mark.equals(key.mark())) {
            return Optional.of(
                    "History's tree was made with another key: put the folder groeipuls.tree back as it was");
        }
        if (table.end() < state.position()) {
            return Optional.of("History ends at position " + table.end() + " but reached " + state.position() + MEND);
        }
        return table.heads(1).stream().findFirst().flatMap(head -> against(head, sizeFor(head, state)));
    }

    /** Another node can have let the tree grow, and signed it, since the state was read. */
    private long sizeFor(SignedHead head, TreeTable.State state) {
        return head.size() > state.size() ? table.state().size() : state.size();
    }

    private Optional<String> against(SignedHead head, long size) {
        if (!head.signedBy(key.publicKey())) {
            return Optional.of("The head of " + head.day() + " was not signed with the key of this server: put the"
                    + " folder groeipuls.tree back as it was");
        }
        if (head.size() > size) {
            return Optional.of(
                    "The tree has " + size + " events but " + head.size() + " were signed on " + head.day() + MEND);
        }
        try {
            var root = new StoredTree(table).root(head.size()).toString();
            return root.equals(head.root())
                    ? Optional.empty()
                    : Optional.of("The tree of " + head.size() + " events is not the one that was signed on "
                            + head.day() + MEND);
        } catch (EmptyResultDataAccessException lost) {
            return Optional.of("The tree has lost nodes" + MEND);
        }
    }

    /** Reads all of history from its first event on. */
    Optional<String> read() {
        var state = table.state();
        var quick = glance(state);
        if (quick.isPresent()) {
            return quick;
        }
        var heads = new ArrayDeque<>(table.heads(Integer.MAX_VALUE).stream()
                .sorted(Comparator.comparingLong(SignedHead::size))
                .toList());
        var tree = new Frontier();
        for (long position = 0; tree.size() < state.size(); ) {
            var events = table.history(position, (int) Math.min(BATCH, state.size() - tree.size()));
            var leaves = table.leaves(tree.size(), BATCH);
            if (events.isEmpty()) {
                return Optional.of("History has " + tree.size() + " events, its tree " + state.size() + MEND);
            }
            var fault = compared(events, leaves, tree, heads);
            if (fault.isPresent()) {
                return fault;
            }
            position = events.getLast().position();
        }
        return Optional.empty();
    }

    private Optional<String> compared(
            List<RecordedEvent> events, List<TreeTable.Node> leaves, Frontier tree, Deque<SignedHead> heads) {
        List<String> found = new ArrayList<>();
        Map<Integer, List<TreeTable.Node>> completed = new TreeMap<>();
        for (int i = 0; i < events.size() && found.isEmpty(); i++) {
            var event = events.get(i);
            var leaf = event.leaf(key.salt(event.position()));
            if (i >= leaves.size() || !leaf.equals(leaves.get(i).hash())) {
                found.add("Event " + (tree.size() + 1) + " of history, at position " + event.position()
                        + ", is not the one that was recorded" + MEND);
            }
            tree.append(
                    leaf,
                    (level, index, hash) -> completed
                            .computeIfAbsent(level, fresh -> new ArrayList<>())
                            .add(new TreeTable.Node(level, index, hash, null)));
            while (!heads.isEmpty() && heads.getFirst().size() <= tree.size()) {
                var head = heads.removeFirst();
                if (head.size() == tree.size()
                        && !head.root().equals(tree.root().toString())) {
                    found.add("The first " + head.size() + " events are not those that were signed on " + head.day()
                            + MEND);
                }
            }
        }
        completed.remove(0); // leaves were compared one by one
        completed.values().forEach(nodes -> damaged(nodes).ifPresent(found::add));
        return found.stream().findFirst();
    }

    /** Roots and proofs are made of stored nodes, so these are held against history as well. */
    private Optional<String> damaged(List<TreeTable.Node> computed) {
        var first = computed.getFirst();
        var stored = table.nodes(first.level(), first.index(), computed.size());
        boolean same = stored.stream()
                .map(TreeTable.Node::hash)
                .toList()
                .equals(computed.stream().map(TreeTable.Node::hash).toList());
        return same
                ? Optional.empty()
                : Optional.of("The tree is not that of history: of level " + first.level() + ", nodes from "
                        + first.index() + " on are lost or changed" + MEND);
    }
}
