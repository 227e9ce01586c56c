package org.groeipuls.tree;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The hash of a leaf, of a node or of a whole tree: SHA-256 with the prefixes of RFC 9162, section 2.1.1, so that no leaf
 * can pass for a node. Written as 64 lower-case hexadecimal digits.
 */
public final class TreeHash {
    public static final int LENGTH = 32;

    private static final byte LEAF = 0x00;
    private static final byte NODE = 0x01;

    private final byte[] bytes;

    private TreeHash(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The hash that these 32 bytes are. */
    public static TreeHash of(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("A hash has " + LENGTH + " bytes, got " + bytes.length);
        }
        return new TreeHash(bytes.clone());
    }

    /** @throws IllegalArgumentException unless this is 64 hexadecimal digits */
    public static TreeHash parse(String hex) {
        return of(HexFormat.of().parseHex(hex));
    }

    /** The root of a tree without leaves. */
    public static TreeHash ofNothing() {
        return new TreeHash(sha256().digest());
    }

    /** {@code SHA-256(0x00 | parts)}. */
    public static TreeHash ofLeaf(byte[]... parts) {
        var digest = sha256();
        digest.update(LEAF);
        for (byte[] part : parts) {
            digest.update(part);
        }
        return new TreeHash(digest.digest());
    }

    /** {@code SHA-256(0x01 | left | right)}. */
    public static TreeHash ofNode(TreeHash left, TreeHash right) {
        var digest = sha256();
        digest.update(NODE);
        digest.update(left.bytes);
        digest.update(right.bytes);
        return new TreeHash(digest.digest());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TreeHash that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
