/** What the parts cost, measured. */
@NullMarked
package org.groeipuls.bench;

import org.jspecify.annotations.NullMarked;
