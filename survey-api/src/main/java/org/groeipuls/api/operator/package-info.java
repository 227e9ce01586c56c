/** What the operator may ask for, and the clockwork that opens, closes and counts. */
@NullMarked
package org.groeipuls.api.operator;

import org.jspecify.annotations.NullMarked;
