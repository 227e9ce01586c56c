/** What it means that a rule of the domain said no, or that nothing can be said now. */
@NullMarked
package org.groeipuls.refusal;

import org.jspecify.annotations.NullMarked;
