/** What analysts may ask for: history, the constants of its figures, word lists, and what they find in units. */
@NullMarked
package org.groeipuls.api.analyst;

import org.jspecify.annotations.NullMarked;
