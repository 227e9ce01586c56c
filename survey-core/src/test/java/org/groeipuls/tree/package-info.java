@NullMarked
package org.groeipuls.tree;

import org.jspecify.annotations.NullMarked;
