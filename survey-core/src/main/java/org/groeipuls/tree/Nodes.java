package org.groeipuls.tree;

/** The stored hashes of the perfect subtrees of a tree. */
@FunctionalInterface
public interface Nodes {
    /**
     * The root of the leaves {@code index * 2^level} to {@code (index + 1) * 2^level - 1}.
     *
     * @param level 0 for leaves
     * @throws RuntimeException when it is not stored
     */
    TreeHash at(int level, long index);
}
