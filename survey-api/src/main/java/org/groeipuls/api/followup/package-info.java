/** Where it is recorded and read what was done with answers, over the API and on the pages alike. */
@NullMarked
package org.groeipuls.api.followup;

import org.jspecify.annotations.NullMarked;
