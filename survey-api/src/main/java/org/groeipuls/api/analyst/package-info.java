/** What analysts may ask for: history, and the constants of its figures. */
@NullMarked
package org.groeipuls.api.analyst;

import org.jspecify.annotations.NullMarked;
