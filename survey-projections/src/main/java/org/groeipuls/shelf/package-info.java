/** The instruments that can be asked. */
@NullMarked
package org.groeipuls.shelf;

import org.jspecify.annotations.NullMarked;
