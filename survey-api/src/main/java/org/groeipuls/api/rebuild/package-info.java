/** Making the views anew as a job, which outlives the node that works on it. */
@NullMarked
package org.groeipuls.api.rebuild;

import org.jspecify.annotations.NullMarked;
