/** The views as they were known at the end of an earlier day, for whoever asks with {@code asOf}. */
@NullMarked
package org.groeipuls.api.past;

import org.jspecify.annotations.NullMarked;
