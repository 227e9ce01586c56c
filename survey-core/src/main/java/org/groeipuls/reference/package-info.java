/** Earlier results of the organisation, as another supplier measured them: kept apart from everything measured here. */
@NullMarked
package org.groeipuls.reference;

import org.jspecify.annotations.NullMarked;
