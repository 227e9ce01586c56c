/** The organisation from above, for HR, the direction and analysts. */
@NullMarked
package org.groeipuls.pages.organisation;

import org.jspecify.annotations.NullMarked;
