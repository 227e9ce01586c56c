package org.groeipuls.api.tree;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalLong;
import org.groeipuls.tree.SignedHead;
import org.groeipuls.tree.TreeHash;
import org.jspecify.annotations.Nullable;

/** Where whoever may see history asks what was signed of it, and for proofs. */
public final class HeadDesk {
    private final HistoryTree tree;
    private final InstantSource clock;

    HeadDesk(HistoryTree tree, InstantSource clock) {
        this.tree = tree;
        this.clock = clock;
    }

    /**
     * The tree as it is now and what was signed of it, the newest first.
     *
     * @param position of the last event in the tree
     * @param root absent while something is wrong
     * @param fault what is wrong with history; absent when nothing is known to be
     */
    public record Heads(
            long size,
            long position,
            @Nullable String root,
            @Nullable String fault,
            List<SignedHead> heads) {}

    /** @param publicKey SubjectPublicKeyInfo in DER, in base64 */
    public record PublishedKey(String algorithm, String key, String publicKey) {}

    /** @param position of the event that the leaf is */
    public record InclusionProof(long leaf, long size, long position, String hash, String root, List<String> path) {}

    /** That the tree of {@code to} events begins with that of {@code from}. */
    public record ConsistencyProof(long from, String fromRoot, long to, String toRoot, List<String> path) {}

    public Heads heads(int limit) {
        var state = tree.state();
        var fault = tree.fault().orElse(null);
        return new Heads(
                state.size(),
                state.position(),
                fault == null ? tree.root(state.size()).toString() : null,
                fault,
                tree.heads(limit));
    }

    /**
     * Reads all of history, up to a minute for each million events, and signs what it is now; of one size there is one
     * head a day.
     *
     * @throws org.groeipuls.refusal.Refusal when history is not what was signed before
     */
    public SignedHead sign() {
        return tree.sign(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    public PublishedKey key() {
        var key = tree.publicKey();
        return new PublishedKey("Ed25519", key.fingerprint(), key.text());
    }

    /** The leaf that the event at a position is; empty when the tree has no such event. */
    public OptionalLong leafAt(long position) {
        return tree.leafAt(position);
    }

    /** @throws org.groeipuls.refusal.Refusal when the tree has no such leaf or size */
    public InclusionProof included(long leaf, long size) {
        var proof = tree.inclusion(leaf, size);
        var position = proof.leaf().position();
        return new InclusionProof(
                leaf,
                size,
                position == null ? 0 : position,
                proof.leaf().hash().toString(),
                root(size),
                hex(proof.path()));
    }

    /** @throws org.groeipuls.refusal.Refusal when the tree has no such sizes */
    public ConsistencyProof consistent(long from, long to) {
        return new ConsistencyProof(from, root(from), to, root(to), hex(tree.consistency(from, to)));
    }

    private String root(long size) {
        return tree.root(size).toString();
    }

    private static List<String> hex(List<TreeHash> hashes) {
        return hashes.stream().map(TreeHash::toString).toList();
    }
}
