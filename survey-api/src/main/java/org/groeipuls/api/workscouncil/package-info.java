/** What the works council asks for: its keys, the layer that only it takes off, and whom a pulse asks. */
@NullMarked
package org.groeipuls.api.workscouncil;

import org.jspecify.annotations.NullMarked;
