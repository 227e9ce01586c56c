/** What was done with answers: actions of teams, development points with what the direction says to them, and goals. */
@NullMarked
package org.groeipuls.followup;

import org.jspecify.annotations.NullMarked;
