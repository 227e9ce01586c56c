/** Which classes make up the pages. */
@NullMarked
package org.groeipuls.pages.wiring;

import org.jspecify.annotations.NullMarked;
