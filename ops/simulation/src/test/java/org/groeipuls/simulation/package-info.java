/** Plays without a server, and checks that are seen to fail. */
@NullMarked
package org.groeipuls.simulation;

import org.jspecify.annotations.NullMarked;
