/** Which pulses there are, how far each has come, and what was frozen when it was issued. */
@NullMarked
package org.groeipuls.agenda;

import org.jspecify.annotations.NullMarked;
