/** The way in: the start, signing in, what is promised and how all is calculated. */
@NullMarked
package org.groeipuls.pages.start;

import org.jspecify.annotations.NullMarked;
