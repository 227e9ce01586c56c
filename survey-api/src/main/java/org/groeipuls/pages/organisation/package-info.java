/** The organisation from above, development points and answers to them, earlier results, texts of units. */
@NullMarked
package org.groeipuls.pages.organisation;

import org.jspecify.annotations.NullMarked;
