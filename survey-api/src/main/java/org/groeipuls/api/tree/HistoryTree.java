package org.groeipuls.api.tree;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.groeipuls.api.storage.StoreSync;
import org.groeipuls.refusal.Refusal;
import org.groeipuls.tree.Frontier;
import org.groeipuls.tree.HeadKey;
import org.groeipuls.tree.RecordedEvent;
import org.groeipuls.tree.SignedHead;
import org.groeipuls.tree.StoredTree;
import org.groeipuls.tree.TreeHash;
import org.groeipuls.tree.TreeKey;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The tree over history. It reads behind history and never holds up an append; one row that is locked first lets each
 * event come in once, whichever node does it, and the shared key makes every node's tree and heads the same.
 */
public final class HistoryTree {
    private static final Logger LOG = LoggerFactory.getLogger(HistoryTree.class);
    private static final int BATCH = 1000;

    private final TreeTable table;
    private final TreeKey key;
    private final TransactionTemplate transaction;
    private final StoreSync sync;
    private final StoredTree tree;
    private final Integrity integrity;
    private final WholeReading whole;
    private volatile @Nullable LocalDate checked;

    HistoryTree(TreeTable table, TreeKey key, TransactionTemplate transaction, StoreSync sync) {
        this.table = table;
        this.key = key;
        this.transaction = transaction;
        this.sync = sync;
        this.tree = new StoredTree(table);
        this.integrity = new Integrity(table, key);
        this.whole = new WholeReading(integrity::read);
    }

    /** Takes in all of history that was there when this was called. */
    void catchUp() {
        long end = table.end();
        while (Boolean.TRUE.equals(transaction.execute(status -> grow(end)))) {
            // one transaction for each batch
        }
    }

    private boolean grow(long end) {
        var state = table.locked();
        var mark = state.mark();
        if (mark != null && !mark.equals(key.mark())) {
            throw new OtherTreeKey();
        }
        if (state.position() >= end) {
            return false;
        }
        var frontier = Frontier.of(state.size(), table);
        List<TreeTable.Node> nodes = new ArrayList<>();
        long position = state.position();
        for (var event : table.history(position, BATCH)) {
            position = event.position();
            append(frontier, event, nodes);
        }
        table.keep(nodes);
        table.grown(frontier.size(), position, key.mark());
        return position < end && position > state.position();
    }

    private void append(Frontier frontier, RecordedEvent event, List<TreeTable.Node> nodes) {
        long position = event.position();
        frontier.append(
                event.leaf(key.salt(position)),
                (level, index, hash) ->
                        nodes.add(new TreeTable.Node(level, index, hash, level == 0 ? position : null)));
    }

    /**
     * What is done every few seconds: grow, and check all of history and sign, once a day and after the start. The day of
     * the last check is remembered here, because whoever changes history could change it in the database too.
     */
    void turn(LocalDate today) {
        catchUp();
        if (!today.equals(checked)) {
            var fault = check(today);
            checked = today;
            if (fault.isEmpty()) {
                signed(today);
            } else {
                LOG.error("{}", fault.get());
            }
        }
    }

    /** Holds all of history, event by event, against the tree and its heads; keeps and says what was found. */
    Optional<String> check(LocalDate today) {
        var fault = whole.fault();
        transaction.executeWithoutResult(status -> table.checked(today, fault.orElse(null)));
        return fault;
    }

    /**
     * Reads all of history and signs what it is now; of one size there is one head a day. Whoever keeps the head believes
     * that it is of history, and not only of the tree beside it.
     *
     * @throws HistoryDiffers when history is not what was signed before
     */
    SignedHead sign(LocalDate today) {
        catchUp();
        if (check(today).isPresent()) {
            throw new HistoryDiffers();
        }
        return signed(today);
    }

    private SignedHead signed(LocalDate today) {
        var signed = transaction.execute(status -> {
            var state = table.locked();
            if (fault(state).isPresent()) {
                throw new HistoryDiffers();
            }
            return table.head(today, state.size()).orElseGet(() -> {
                var head = key.sign(state.size(), tree.root(state.size()), today);
                table.keep(head);
                return head;
            });
        });
        sync.awaitDurable();
        return java.util.Objects.requireNonNull(signed);
    }

    /** What is known to be wrong with history, from what can be seen in a few reads. */
    Optional<String> fault() {
        return fault(table.state());
    }

    private Optional<String> fault(TreeTable.State state) {
        var found = Optional.ofNullable(state.fault());
        return found.isPresent() ? found : integrity.glance(state);
    }

    /**
     * How it is with the tree.
     *
     * @param size how many events are in it
     * @param fault what is wrong with history: positions and types, never what they hold; absent when nothing is known to be
     * @param last the newest signed head; absent before the first
     */
    public record Report(
            long size,
            long position,
            @Nullable String fault,
            @Nullable SignedHead last) {}

    public Report report() {
        var state = table.state();
        return new Report(
                state.size(),
                state.position(),
                fault(state).orElse(null),
                table.heads(1).stream().findFirst().orElse(null));
    }

    TreeTable.State state() {
        return table.state();
    }

    /** @throws NotInTree when the tree is not that large */
    TreeHash root(long size) {
        if (size < 0 || size > table.state().size()) {
            throw new NotInTree();
        }
        return tree.root(size);
    }

    List<SignedHead> heads(int most) {
        return table.heads(most);
    }

    HeadKey publicKey() {
        return key.publicKey();
    }

    /** The leaf that the event at a position is; empty when it is not in the tree. */
    OptionalLong leafAt(long position) {
        return table.leafAt(position);
    }

    /** The neighbours of a leaf; the leaf itself is its first. */
    Inclusion inclusion(long leaf, long size) {
        if (leaf < 0 || leaf >= size || size > table.state().size()) {
            throw new NotInTree();
        }
        var node = table.leaves(leaf, 1).getFirst();
        return new Inclusion(node, tree.inclusion(leaf, size));
    }

    record Inclusion(TreeTable.Node leaf, List<TreeHash> path) {}

    List<TreeHash> consistency(long from, long to) {
        if (from < 1 || from > to || to > table.state().size()) {
            throw new NotInTree();
        }
        return tree.consistency(from, to);
    }

    /** The tree was made with another key than the one that lies in the folder now. */
    static final class OtherTreeKey extends Refusal {
        private static final long serialVersionUID = 1;

        OtherTreeKey() {
            super(
                    Kind.CONFLICT,
                    "tree-key-lost",
                    "History's tree was made with another key: put the folder groeipuls.tree back as it was");
        }
    }

    /** History is not what was signed, so nothing more is signed. */
    static final class HistoryDiffers extends Refusal {
        private static final long serialVersionUID = 1;

        HistoryDiffers() {
            super(
                    Kind.CONFLICT,
                    "history-differs",
                    "History is not what was signed before, so no head is signed; GET /history/heads says what"
                            + " differs");
        }
    }

    /** There is no such leaf or size; the tree is as large as GET /history/heads says. */
    static final class NotInTree extends Refusal {
        private static final long serialVersionUID = 1;

        NotInTree() {
            super(
                    Kind.UNACCEPTABLE,
                    "not-in-tree",
                    "History's tree has no such leaf or size; GET /history/heads says how large it is");
        }
    }
}
