/** What the works council may ask for. */
@NullMarked
package org.groeipuls.api.workscouncil;

import org.jspecify.annotations.NullMarked;
