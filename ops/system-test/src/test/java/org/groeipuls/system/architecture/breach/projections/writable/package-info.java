/** A planted breach: a table that anybody can write. */
@NullMarked
package org.groeipuls.system.architecture.breach.projections.writable;

import org.jspecify.annotations.NullMarked;
