package org.groeipuls.tree;

import java.util.List;

/** Checks proofs as RFC 9162 says, with nothing but the proof and roots that somebody trusts. */
public final class Proofs {
    private Proofs() {}

    /** Whether a leaf is in the tree of this size and root (section 2.1.3.2). */
    public static boolean included(TreeHash leaf, long index, long size, List<TreeHash> path, TreeHash root) {
        if (index < 0 || index >= size) {
            return false;
        }
        long fn = index;
        long sn = size - 1;
        var hash = leaf;
        for (var neighbour : path) {
            if (sn == 0) {
                return false;
            }
            if ((fn & 1) == 1 || fn == sn) {
                hash = TreeHash.ofNode(neighbour, hash);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                hash = TreeHash.ofNode(hash, neighbour);
            }
            fn >>= 1;
            sn >>= 1;
        }
        return sn == 0 && hash.equals(root);
    }

    /** Whether the tree of size {@code to} begins with the one of size {@code from} (section 2.1.4.2). */
    public static boolean consistent(long from, TreeHash first, long to, TreeHash second, List<TreeHash> path) {
        if (from < 1 || from > to) {
            return false;
        }
        if (from == to) {
            return path.isEmpty() && first.equals(second);
        }
        boolean whole = Long.bitCount(from) == 1;
        if (!whole && path.isEmpty()) {
            return false;
        }
        long fn = from - 1;
        long sn = to - 1;
        while ((fn & 1) == 1) {
            fn >>= 1;
            sn >>= 1;
        }
        var older = whole ? first : path.getFirst();
        var newer = older;
        for (var hash : whole ? path : path.subList(1, path.size())) {
            if (sn == 0) {
                return false;
            }
            if ((fn & 1) == 1 || fn == sn) {
                older = TreeHash.ofNode(hash, older);
                newer = TreeHash.ofNode(hash, newer);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                newer = TreeHash.ofNode(newer, hash);
            }
            fn >>= 1;
            sn >>= 1;
        }
        return sn == 0 && older.equals(first) && newer.equals(second);
    }
}
