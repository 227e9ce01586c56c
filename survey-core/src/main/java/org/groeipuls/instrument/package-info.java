/** The questionnaires: items, the constructs they measure, their scales, forms and rotation, in Dutch and English. */
@NullMarked
package org.groeipuls.instrument;

import org.jspecify.annotations.NullMarked;
