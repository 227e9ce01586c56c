/** HR: printed cards with links. */
@NullMarked
package org.groeipuls.pages.hr;

import org.jspecify.annotations.NullMarked;
