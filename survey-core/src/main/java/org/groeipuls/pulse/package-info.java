/** One administration of an instrument: issued, open, closed, counted or cancelled, with everything frozen when issued. */
@NullMarked
package org.groeipuls.pulse;

import org.jspecify.annotations.NullMarked;
