/** A team's own pages: the dashboard with its charts, the mirror, learning forms and actions. */
@NullMarked
package org.groeipuls.pages.team;

import org.jspecify.annotations.NullMarked;
