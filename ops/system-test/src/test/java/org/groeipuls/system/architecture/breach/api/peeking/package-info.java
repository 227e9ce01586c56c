/** A planted breach: the key in hands that are not the count's. */
@NullMarked
package org.groeipuls.system.architecture.breach.api.peeking;

import org.jspecify.annotations.NullMarked;
