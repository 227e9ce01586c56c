/** A planted breach: a name that says nothing. */
@NullMarked
package org.groeipuls.system.architecture.breach.core.names;

import org.jspecify.annotations.NullMarked;
