/** A series of pulses that follow one another by themselves: when they open, which form comes, and whom they ask. */
@NullMarked
package org.groeipuls.programme;

import org.jspecify.annotations.NullMarked;
