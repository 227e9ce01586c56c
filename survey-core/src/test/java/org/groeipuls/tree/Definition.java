package org.groeipuls.tree;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/**
 * A second implementation, straight from the recursive definitions of RFC 9162 (sections 2.1.1, 2.1.3.1 and 2.1.4.1) over
 * the entries themselves. Shares no line with the first.
 */
final class Definition {
    private Definition() {}

    /** MTH(D[n]). */
    static byte[] root(List<byte[]> entries) {
        int n = entries.size();
        if (n == 0) {
            return sha256();
        }
        if (n == 1) {
            return sha256(new byte[] {0}, entries.getFirst());
        }
        int k = below(n);
        return sha256(new byte[] {1}, root(entries.subList(0, k)), root(entries.subList(k, n)));
    }

    /** PATH(m, D[n]). */
    static List<byte[]> path(int m, List<byte[]> entries) {
        int n = entries.size();
        if (n == 1) {
            return new ArrayList<>();
        }
        int k = below(n);
        List<byte[]> path;
        if (m < k) {
            path = path(m, entries.subList(0, k));
            path.add(root(entries.subList(k, n)));
        } else {
            path = path(m - k, entries.subList(k, n));
            path.add(root(entries.subList(0, k)));
        }
        return path;
    }

    /** PROOF(m, D[n]). */
    static List<byte[]> proof(int m, List<byte[]> entries) {
        return subproof(m, entries, true);
    }

    private static List<byte[]> subproof(int m, List<byte[]> entries, boolean whole) {
        int n = entries.size();
        if (m == n) {
            List<byte[]> proof = new ArrayList<>();
            if (!whole) {
                proof.add(root(entries));
            }
            return proof;
        }
        int k = below(n);
        List<byte[]> proof;
        if (m <= k) {
            proof = subproof(m, entries.subList(0, k), whole);
            proof.add(root(entries.subList(k, n)));
        } else {
            proof = subproof(m - k, entries.subList(k, n), false);
            proof.add(root(entries.subList(0, k)));
        }
        return proof;
    }

    /** The largest power of two smaller than n. */
    private static int below(int n) {
        int k = 1;
        while (2 * k < n) {
            k = 2 * k;
        }
        return k;
    }

    private static byte[] sha256(byte[]... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
