/** All views of history as one thing, and the past computed anew beside them. */
@NullMarked
package org.groeipuls.replay;

import org.jspecify.annotations.NullMarked;
