/** What the works council asks for: its keys, and the layer that only it takes off. */
@NullMarked
package org.groeipuls.api.workscouncil;

import org.jspecify.annotations.NullMarked;
