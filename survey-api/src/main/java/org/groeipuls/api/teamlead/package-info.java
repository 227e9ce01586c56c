/** What a team's lead may ask for: trends of the own teams. */
@NullMarked
package org.groeipuls.api.teamlead;

import org.jspecify.annotations.NullMarked;
