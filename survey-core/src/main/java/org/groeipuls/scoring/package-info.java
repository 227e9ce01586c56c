/** What is computed: pure functions from answers and released figures to scores, intervals, lines and changes. */
@NullMarked
package org.groeipuls.scoring;

import org.jspecify.annotations.NullMarked;
