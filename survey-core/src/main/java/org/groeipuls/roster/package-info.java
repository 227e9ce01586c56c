/** Who is who: ordinary tables that can be erased, never events. */
@NullMarked
package org.groeipuls.roster;

import org.jspecify.annotations.NullMarked;
