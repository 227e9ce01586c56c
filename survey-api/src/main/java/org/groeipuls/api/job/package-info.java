/** Work that is asked for once and outlives the node that does it: what replays and rebuilds have in common. */
@NullMarked
package org.groeipuls.api.job;

import org.jspecify.annotations.NullMarked;
