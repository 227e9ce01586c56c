/** What a domain rule says when it says no: a stable code and a message that tells what to do. */
@NullMarked
package org.groeipuls.refusal;

import org.jspecify.annotations.NullMarked;
