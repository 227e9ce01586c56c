/** A planted breach: who was asked and what was said, in one place by way of another. */
@NullMarked
package org.groeipuls.system.architecture.breach.api.matching;

import org.jspecify.annotations.NullMarked;
