/** What was said about a line at a checkpoint, once and for good. */
@NullMarked
package org.groeipuls.outcome;

import org.jspecify.annotations.NullMarked;
