/** The server as a whole, asked over HTTP as its callers do. */
@NullMarked
package org.groeipuls.api;

import org.jspecify.annotations.NullMarked;
