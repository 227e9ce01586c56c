/** Plays the employees and the other users of a running server, over HTTP as they would, with known answers. */
@NullMarked
package org.groeipuls.simulation;

import org.jspecify.annotations.NullMarked;
