/** What leads answer of themselves, sealed under a key that goes when they are erased; never part of a pulse's answers. */
@NullMarked
package org.groeipuls.mirror;

import org.jspecify.annotations.NullMarked;
