/** History's tree in the server: it grows behind history, is signed once a day, and proves what history is. */
@NullMarked
package org.groeipuls.api.tree;

import org.jspecify.annotations.NullMarked;
