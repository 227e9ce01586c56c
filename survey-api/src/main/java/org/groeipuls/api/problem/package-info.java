/** What a caller is told when the answer is no: problem details in Dutch and English. */
@NullMarked
package org.groeipuls.api.problem;

import org.jspecify.annotations.NullMarked;
