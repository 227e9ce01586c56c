/** Answering: the start page of a pulse, the inbox, what happened with answers. */
@NullMarked
package org.groeipuls.pages.answer;

import org.jspecify.annotations.NullMarked;
