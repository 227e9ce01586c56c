/** What analysts may ask for: history. */
@NullMarked
package org.groeipuls.api.analyst;

import org.jspecify.annotations.NullMarked;
