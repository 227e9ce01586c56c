/** The line of each group and construct over its pulses, with what is withheld and why. */
@NullMarked
package org.groeipuls.trend;

import org.jspecify.annotations.NullMarked;
