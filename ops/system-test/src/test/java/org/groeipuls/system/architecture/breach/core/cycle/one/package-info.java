/** A planted breach: half of a circle of packages. */
@NullMarked
package org.groeipuls.system.architecture.breach.core.cycle.one;

import org.jspecify.annotations.NullMarked;
