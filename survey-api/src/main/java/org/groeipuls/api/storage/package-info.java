/**
 * How history and boxes lie on disk: names of events, order of appends, and when what was committed is safe there.
 */
@NullMarked
package org.groeipuls.api.storage;

import org.jspecify.annotations.NullMarked;
