package org.groeipuls.tree;

import java.util.ArrayList;
import java.util.List;

/** Makes roots and proofs from stored subtrees; each needs a number of reads that grows with the tree's height only. */
public final class StoredTree {
    private final Nodes nodes;

    public StoredTree(Nodes nodes) {
        this.nodes = nodes;
    }

    /** The root of the first {@code size} leaves. */
    public TreeHash root(long size) {
        return size == 0 ? TreeHash.ofNothing() : hash(0, size);
    }

    /**
     * That a leaf is in the tree of the first {@code size} leaves: its neighbours, the nearest first (RFC 9162, section
     * 2.1.3.1).
     *
     * @param leaf from 0
     * @throws IllegalArgumentException unless {@code 0 <= leaf < size}
     */
    public List<TreeHash> inclusion(long leaf, long size) {
        if (leaf < 0 || leaf >= size) {
            throw new IllegalArgumentException("Leaf " + leaf + " is not in a tree of " + size);
        }
        List<TreeHash> path = new ArrayList<>();
        long start = 0;
        long end = size;
        while (end - start > 1) {
            long middle = start + split(end - start);
            if (leaf < middle) {
                path.add(hash(middle, end));
                end = middle;
            } else {
                path.add(hash(start, middle));
                start = middle;
            }
        }
        return path.reversed();
    }

    /**
     * That the tree of the first {@code to} leaves begins with the one of the first {@code from} (RFC 9162, section
     * 2.1.4.1).
     *
     * @throws IllegalArgumentException unless {@code 0 < from <= to}
     */
    public List<TreeHash> consistency(long from, long to) {
        if (from < 1 || from > to) {
            throw new IllegalArgumentException("A tree of " + to + " does not follow on one of " + from);
        }
        List<TreeHash> path = new ArrayList<>();
        long start = 0;
        long end = to;
        while (end != from) {
            long middle = start + split(end - start);
            if (from <= middle) {
                path.add(hash(middle, end));
                end = middle;
            } else {
                path.add(hash(start, middle));
                start = middle;
            }
        }
        if (start > 0) {
            path.add(hash(start, end));
        }
        return path.reversed();
    }

    private TreeHash hash(long start, long end) {
        long size = end - start;
        if (Long.bitCount(size) == 1) {
            int level = Long.numberOfTrailingZeros(size);
            return nodes.at(level, start >> level);
        }
        long middle = start + split(size);
        return TreeHash.ofNode(hash(start, middle), hash(middle, end));
    }

    /** The largest power of two below {@code size}. */
    private static long split(long size) {
        return Long.highestOneBit(size - 1);
    }
}
