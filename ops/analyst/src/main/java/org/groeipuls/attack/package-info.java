/** Attacks on what the product promises, for whoever does not want to take its word for it. */
@NullMarked
package org.groeipuls.attack;

import org.jspecify.annotations.NullMarked;
