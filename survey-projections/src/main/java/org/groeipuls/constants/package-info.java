/** The constants by which figures are computed, and what new ones can be estimated from. */
@NullMarked
package org.groeipuls.constants;

import org.jspecify.annotations.NullMarked;
