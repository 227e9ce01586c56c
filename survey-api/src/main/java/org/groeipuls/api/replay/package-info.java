/** Long work over history: replays with their jobs, one at a time on every node, each beside the live views. */
@NullMarked
package org.groeipuls.api.replay;

import org.jspecify.annotations.NullMarked;
