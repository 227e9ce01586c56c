/** A planted breach: the other half of a circle of packages. */
@NullMarked
package org.groeipuls.system.architecture.breach.core.cycle.two;

import org.jspecify.annotations.NullMarked;
