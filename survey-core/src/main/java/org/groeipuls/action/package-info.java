/** What a team agreed after a pulse, and what came of it. */
@NullMarked
package org.groeipuls.action;

import org.jspecify.annotations.NullMarked;
