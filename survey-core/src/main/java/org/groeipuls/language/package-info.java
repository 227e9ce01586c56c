/** How people write about errors: word lists in Dutch and English, what they find, and whether they may be believed. */
@NullMarked
package org.groeipuls.language;

import org.jspecify.annotations.NullMarked;
