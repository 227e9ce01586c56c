/** History as a Merkle tree (RFC 9162): leaves, proofs and signed heads, in plain Java that needs no server. */
@NullMarked
package org.groeipuls.tree;

import org.jspecify.annotations.NullMarked;
