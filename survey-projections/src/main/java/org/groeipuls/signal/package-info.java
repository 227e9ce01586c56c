/** Gaps between what is said and what is done, as something to talk about; never a diagnosis. */
@NullMarked
package org.groeipuls.signal;

import org.jspecify.annotations.NullMarked;
