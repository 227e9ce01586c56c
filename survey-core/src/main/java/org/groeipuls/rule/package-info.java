/** Rules by which released figures become scores and outcomes: adopted by version, each from a day on, and never edited. */
@NullMarked
package org.groeipuls.rule;

import org.jspecify.annotations.NullMarked;
