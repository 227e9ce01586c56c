/** The pages for people: what all of them share; each audience has a room of its own. */
@NullMarked
package org.groeipuls.pages;

import org.jspecify.annotations.NullMarked;
