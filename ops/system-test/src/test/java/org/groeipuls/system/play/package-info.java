/** Files of answers played through the whole product, on every store. */
@NullMarked
package org.groeipuls.system.play;

import org.jspecify.annotations.NullMarked;
