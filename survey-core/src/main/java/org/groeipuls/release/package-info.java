/** What leaves the box: the count, the disclosure rules, and the only figures that history holds. */
@NullMarked
package org.groeipuls.release;

import org.jspecify.annotations.NullMarked;
