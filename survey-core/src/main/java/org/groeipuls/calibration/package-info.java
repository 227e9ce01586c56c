/** The constants by which figures are computed: adopted by version, each from a day on, and never edited. */
@NullMarked
package org.groeipuls.calibration;

import org.jspecify.annotations.NullMarked;
