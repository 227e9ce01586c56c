/** What was said: sealed ballots of open pulses in a plain box that is no part of history. */
@NullMarked
package org.groeipuls.ballot;

import org.jspecify.annotations.NullMarked;
