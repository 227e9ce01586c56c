/** What happened with answers. */
@NullMarked
package org.groeipuls.pages.followup;

import org.jspecify.annotations.NullMarked;
