/** What was done in teams so that people learn together, and when; the register that trends are held against. */
@NullMarked
package org.groeipuls.intervention;

import org.jspecify.annotations.NullMarked;
