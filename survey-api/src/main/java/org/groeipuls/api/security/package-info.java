/** Who may come in: tokens, roles, and the demonstration's own sign-in. */
@NullMarked
package org.groeipuls.api.security;

import org.jspecify.annotations.NullMarked;
