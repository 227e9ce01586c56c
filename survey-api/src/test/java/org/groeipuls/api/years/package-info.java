/** A programme over years, as an organisation lives with it: its pulses, its people, its letters and its lines. */
@NullMarked
package org.groeipuls.api.years;

import org.jspecify.annotations.NullMarked;
