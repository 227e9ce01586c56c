/** What came after interventions, against groups that had not had them by then. */
@NullMarked
package org.groeipuls.effect;

import org.jspecify.annotations.NullMarked;
