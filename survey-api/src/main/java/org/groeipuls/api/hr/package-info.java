/** What human resources may ask for: organisation, instruments, pulses, links. */
@NullMarked
package org.groeipuls.api.hr;

import org.jspecify.annotations.NullMarked;
