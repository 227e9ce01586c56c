/** A planted breach: a domain that asks the clock. */
@NullMarked
package org.groeipuls.system.architecture.breach.core.clock;

import org.jspecify.annotations.NullMarked;
