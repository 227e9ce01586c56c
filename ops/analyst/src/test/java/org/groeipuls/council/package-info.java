@NullMarked
package org.groeipuls.council;

import org.jspecify.annotations.NullMarked;
