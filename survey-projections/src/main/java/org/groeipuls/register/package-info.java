/** The register of what was done in teams so that people learn. */
@NullMarked
package org.groeipuls.register;

import org.jspecify.annotations.NullMarked;
