/** The programmes as they are known now: what was agreed, what became of each day, and what comes. */
@NullMarked
package org.groeipuls.calendar;

import org.jspecify.annotations.NullMarked;
