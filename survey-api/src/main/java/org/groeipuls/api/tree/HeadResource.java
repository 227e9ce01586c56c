package org.groeipuls.api.tree;

import io.swagger.v3.oas.annotations.Operation;
import org.groeipuls.api.problem.UnknownParameters.ParameterNotAllowed;
import org.groeipuls.api.tree.HeadDesk.Heads;
import org.groeipuls.api.tree.HeadDesk.PublishedKey;
import org.groeipuls.tree.SignedHead;
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

    private final HeadDesk desk;

    HeadResource(HeadDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/heads")
    @Operation(summary = "The signed heads of history's tree, the newest first")
    ResponseEntity<Heads> heads(@RequestParam(value = "limit", defaultValue = "100") int limit) {
        if (limit < 1 || limit > MOST) {
            throw new ParameterNotAllowed();
        }
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(desk.heads(limit));
    }

    @PostMapping("/heads")
    @Operation(summary = "Signs what history is now; of one size there is one head a day")
    SignedHead sign() {
        return desk.sign();
    }

    @GetMapping("/heads/key")
    @Operation(summary = "The public key that signs heads")
    ResponseEntity<PublishedKey> key() {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(desk.key());
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
            return unkept.body(desk.included(leaf, size));
        }
        if (from != null && to != null && leaf == null && size == null) {
            return unkept.body(desk.consistent(from, to));
        }
        throw new ParameterNotAllowed();
    }
}
