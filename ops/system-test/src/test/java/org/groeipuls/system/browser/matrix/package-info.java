/** Every page in every size, scheme and language, judged without eyes. */
@NullMarked
package org.groeipuls.system.browser.matrix;

import org.jspecify.annotations.NullMarked;
