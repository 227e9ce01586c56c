/** How units talk about errors: the word lists, which of them reads which texts, and what was released of the statements. */
@NullMarked
package org.groeipuls.talk;

import org.jspecify.annotations.NullMarked;
