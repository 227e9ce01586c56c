/** Earlier results of other suppliers, as they are known now. */
@NullMarked
package org.groeipuls.earlier;

import org.jspecify.annotations.NullMarked;
