/** The pages as people meet them, in a real browser. */
@NullMarked
package org.groeipuls.system.browser;

import org.jspecify.annotations.NullMarked;
