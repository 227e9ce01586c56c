/** Pages for analysts: the past computed anew, history itself, and proofs that nobody changed it. */
@NullMarked
package org.groeipuls.pages.history;

import org.jspecify.annotations.NullMarked;
