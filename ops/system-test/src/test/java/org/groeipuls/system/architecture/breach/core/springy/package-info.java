/** A planted breach: Spring in core. */
@NullMarked
package org.groeipuls.system.architecture.breach.core.springy;

import org.jspecify.annotations.NullMarked;
