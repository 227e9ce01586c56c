/** The scoring rules that were adopted, and which one holds on which day. */
@NullMarked
package org.groeipuls.ruling;

import org.jspecify.annotations.NullMarked;
