package org.groeipuls.api.tree;

import io.swagger.v3.oas.annotations.Operation;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.groeipuls.api.problem.UnknownParameters.ParameterNotAllowed;
import org.groeipuls.tree.SignedHead;
import org.groeipuls.tree.TreeHash;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What was signed of history, and proofs of it. */
@RestController
@RequestMapping("/api/v1/history")
@PreAuthorize("hasAnyRole('ANALYST', 'WORKS_COUNCIL')")
class HeadResource {
    private static final int MOST = 10_000;

    private final HistoryTree tree;
    private final InstantSource clock;

    HeadResource(HistoryTree tree, InstantSource surveyClock) {
        this.tree = tree;
        this.clock = surveyClock;
    }

    /**
     * The tree as it is now and what was signed of it, the newest first.
     *
     * @param position of the last event in the tree
     * @param root absent while something is wrong
     * @param fault what is wrong with history; absent when nothing is known to be
     */
    record Heads(
            long size,
            long position,
            @Nullable String root,
            @Nullable String fault,
            List<SignedHead> heads) {}

    /** @param publicKey SubjectPublicKeyInfo in DER, in base64 */
    record PublishedKey(String algorithm, String key, String publicKey) {}

    /** @param position of the event that the leaf is */
    record InclusionProof(long leaf, long size, long position, String hash, String root, List<String> path) {}

    record ConsistencyProof(long from, String fromRoot, long to, String toRoot, List<String> path) {}

    @GetMapping("/heads")
    @Operation(summary = "The signed heads of history's tree, the newest first")
    ResponseEntity<Heads> heads(@RequestParam(value = "limit", defaultValue = "100") int limit) {
        if (limit < 1 || limit > MOST) {
            throw new ParameterNotAllowed();
        }
        var state = tree.state();
        var fault = tree.fault().orElse(null);
        var heads = new Heads(
                state.size(),
                state.position(),
                fault == null ? tree.root(state.size()).toString() : null,
                fault,
                tree.heads(limit));
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(heads);
    }

    @PostMapping("/heads")
    @Operation(summary = "Signs what history is now; of one size there is one head a day")
    SignedHead sign() {
        return tree.sign(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    @GetMapping("/heads/key")
    @Operation(summary = "The public key that signs heads")
    ResponseEntity<PublishedKey> key() {
        var key = tree.publicKey();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new PublishedKey("Ed25519", key.fingerprint(), key.text()));
    }

    @GetMapping("/proofs")
    @Operation(summary = "That a leaf is in the tree (leaf, size), or that one tree begins with another (from, to)")
    ResponseEntity<?> proof(
            @RequestParam(value = "leaf", required = false) @Nullable Long leaf,
            @RequestParam(value = "size", required = false) @Nullable Long size,
            @RequestParam(value = "from", required = false) @Nullable Long from,
            @RequestParam(value = "to", required = false) @Nullable Long to) {
        var unkept = ResponseEntity.ok().cacheControl(CacheControl.noStore());
        if (leaf != null && size != null && from == null && to == null) {
            return unkept.body(included(leaf, size));
        }
        if (from != null && to != null && leaf == null && size == null) {
            return unkept.body(new ConsistencyProof(from, root(from), to, root(to), hex(tree.consistency(from, to))));
        }
        throw new ParameterNotAllowed();
    }

    private InclusionProof included(long leaf, long size) {
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

    private String root(long size) {
        return tree.root(size).toString();
    }

    private static List<String> hex(List<TreeHash> hashes) {
        return hashes.stream().map(TreeHash::toString).toList();
    }
}
