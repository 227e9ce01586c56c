/** What the organisation looks like from above: units, certainty, and what moved; never a ranking. */
@NullMarked
package org.groeipuls.heatmap;

import org.jspecify.annotations.NullMarked;
