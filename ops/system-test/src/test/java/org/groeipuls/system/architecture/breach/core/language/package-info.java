/** A planted breach: word lists that know the survey. */
@NullMarked
package org.groeipuls.system.architecture.breach.core.language;

import org.jspecify.annotations.NullMarked;
