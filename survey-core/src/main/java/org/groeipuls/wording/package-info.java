/** What people say in their own words beside history: the rules for it, and the reference that history holds instead. */
@NullMarked
package org.groeipuls.wording;

import org.jspecify.annotations.NullMarked;
