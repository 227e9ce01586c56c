/** Reference cases played through the whole product: people answer, the count counts, and what is then read is compared. */
@NullMarked
package org.groeipuls.system.reference;

import org.jspecify.annotations.NullMarked;
