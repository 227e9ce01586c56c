/** A planted breach: scoring that knows the survey. */
@NullMarked
package org.groeipuls.system.architecture.breach.core.scoring;

import org.jspecify.annotations.NullMarked;
