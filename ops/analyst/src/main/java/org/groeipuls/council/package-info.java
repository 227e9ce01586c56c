/** The works council's tool: makes its key, checks what was frozen, and takes its layer off. */
@NullMarked
package org.groeipuls.council;

import org.jspecify.annotations.NullMarked;
