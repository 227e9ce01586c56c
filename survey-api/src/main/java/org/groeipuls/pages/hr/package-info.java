/** The pages of HR: organisation, people, instruments, pulses and programmes. Nothing on them tells who answered. */
@NullMarked
package org.groeipuls.pages.hr;

import org.jspecify.annotations.NullMarked;
