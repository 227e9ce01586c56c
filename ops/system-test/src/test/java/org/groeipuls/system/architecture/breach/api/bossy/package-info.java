/** A planted breach: a resource that decides and writes itself. */
@NullMarked
package org.groeipuls.system.architecture.breach.api.bossy;

import org.jspecify.annotations.NullMarked;
