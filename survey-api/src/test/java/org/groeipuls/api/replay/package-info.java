/** Replays over pasts that tests make up. */
@NullMarked
package org.groeipuls.api.replay;

import org.jspecify.annotations.NullMarked;
