package org.groeipuls.tree;

import java.util.ArrayList;
import java.util.List;

/**
 * The right edge of a tree that grows: the roots of the perfect subtrees that it is made of, the largest first. From it
 * comes the root, and whatever is needed to append, without any older leaf.
 */
public final class Frontier {
    private final List<TreeHash> roots = new ArrayList<>();
    private long size;

    /** A tree without leaves. */
    public Frontier() {}

    /** The edge of a tree of so many leaves. */
    public static Frontier of(long size, Nodes nodes) {
        var frontier = new Frontier();
        long start = 0;
        for (int level = Long.SIZE - 2; level >= 0; level--) {
            if ((size >> level & 1) == 1) {
                frontier.roots.add(nodes.at(level, start >> level));
                start += 1L << level;
            }
        }
        frontier.size = size;
        return frontier;
    }

    /** Is told of every subtree that a new leaf completes, the leaf itself first. */
    @FunctionalInterface
    public interface Completed {
        void node(int level, long index, TreeHash hash);
    }

    /** Takes in the next leaf. */
    public void append(TreeHash leaf, Completed completed) {
        var hash = leaf;
        completed.node(0, size, hash);
        for (int level = 1; (size >> level - 1 & 1) == 1; level++) {
            hash = TreeHash.ofNode(roots.removeLast(), hash);
            completed.node(level, size >> level, hash);
        }
        roots.add(hash);
        size++;
    }

    /** How many leaves it has. */
    public long size() {
        return size;
    }

    /** The hash of the whole tree (RFC 9162, section 2.1.1). */
    public TreeHash root() {
        if (roots.isEmpty()) {
            return TreeHash.ofNothing();
        }
        var root = roots.getLast();
        for (int i = roots.size() - 2; i >= 0; i--) {
            root = TreeHash.ofNode(roots.get(i), root);
        }
        return root;
    }
}
