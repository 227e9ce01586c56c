/** Which classes make up the house, in sight and once. */
@NullMarked
package org.groeipuls.api.wiring;

import org.jspecify.annotations.NullMarked;
