/** What the direction may ask for: it answers development points and sets goals. */
@NullMarked
package org.groeipuls.api.direction;

import org.jspecify.annotations.NullMarked;
