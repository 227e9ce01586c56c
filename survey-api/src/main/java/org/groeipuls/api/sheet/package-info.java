/** What spreadsheets get: workbooks that are the same for the same figures, and cells that are no formulas. */
@NullMarked
package org.groeipuls.api.sheet;

import org.jspecify.annotations.NullMarked;
