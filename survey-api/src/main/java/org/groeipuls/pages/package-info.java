/** The pages for people: answering, a lead's dashboard, the start, what is promised. */
@NullMarked
package org.groeipuls.pages;

import org.jspecify.annotations.NullMarked;
