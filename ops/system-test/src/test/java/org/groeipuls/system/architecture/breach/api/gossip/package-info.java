/** A planted breach: the ballot resource with more than ballot commands. */
@NullMarked
package org.groeipuls.system.architecture.breach.api.gossip;

import org.jspecify.annotations.NullMarked;
