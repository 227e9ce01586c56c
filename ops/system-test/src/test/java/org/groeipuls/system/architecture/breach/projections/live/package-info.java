/** A planted breach: a running score. */
@NullMarked
package org.groeipuls.system.architecture.breach.projections.live;

import org.jspecify.annotations.NullMarked;
