/** The walls of the house as rules, and for each a planted breach that it has to find. */
@NullMarked
package org.groeipuls.system.architecture;

import org.jspecify.annotations.NullMarked;
