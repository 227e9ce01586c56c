/** What the works council checks. */
@NullMarked
package org.groeipuls.pages.council;

import org.jspecify.annotations.NullMarked;
