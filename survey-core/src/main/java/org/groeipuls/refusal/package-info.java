/** What it means that a rule of the domain said no. */
@NullMarked
package org.groeipuls.refusal;

import org.jspecify.annotations.NullMarked;
