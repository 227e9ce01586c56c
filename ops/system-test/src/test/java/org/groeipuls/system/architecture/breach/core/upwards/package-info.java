/** A planted breach: core that knows an upper module. */
@NullMarked
package org.groeipuls.system.architecture.breach.core.upwards;

import org.jspecify.annotations.NullMarked;
