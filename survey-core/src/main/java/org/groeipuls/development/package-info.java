/** What groups send up as one sentence, how the direction answers, and which goals the organisation makes of it. */
@NullMarked
package org.groeipuls.development;

import org.jspecify.annotations.NullMarked;
