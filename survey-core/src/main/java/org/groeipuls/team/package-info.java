/** The organisation that is asked: units, teams, and the groups that are the leaves of every trend. */
@NullMarked
package org.groeipuls.team;

import org.jspecify.annotations.NullMarked;
