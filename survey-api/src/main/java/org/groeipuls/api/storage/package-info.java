/** Where ballots and history lie on disk, and when what was committed is safe there. */
@NullMarked
package org.groeipuls.api.storage;

import org.jspecify.annotations.NullMarked;
