/** A planted breach: a resource that can get at ballots by way of the clockwork. */
@NullMarked
package org.groeipuls.system.architecture.breach.api.curious;

import org.jspecify.annotations.NullMarked;
