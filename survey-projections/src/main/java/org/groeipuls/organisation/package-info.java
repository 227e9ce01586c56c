/** What the organisation looks like now: units, teams and the groups that answers are shown by. */
@NullMarked
package org.groeipuls.organisation;

import org.jspecify.annotations.NullMarked;
