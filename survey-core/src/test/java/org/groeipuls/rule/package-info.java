@NullMarked
package org.groeipuls.rule;

import org.jspecify.annotations.NullMarked;
