/** Word lists about errors as history knows them: registered for good, and tried on answers of the organisation. */
@NullMarked
package org.groeipuls.lexicon;

import org.jspecify.annotations.NullMarked;
