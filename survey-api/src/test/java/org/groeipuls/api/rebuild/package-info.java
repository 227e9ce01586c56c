@NullMarked
package org.groeipuls.api.rebuild;

import org.jspecify.annotations.NullMarked;
