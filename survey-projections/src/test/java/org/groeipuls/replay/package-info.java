@NullMarked
package org.groeipuls.replay;

import org.jspecify.annotations.NullMarked;
