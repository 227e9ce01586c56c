/** What people wrote, as far as it was released: sealed texts of large units. */
@NullMarked
package org.groeipuls.theme;

import org.jspecify.annotations.NullMarked;
