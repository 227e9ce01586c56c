/** Other systems that are told when a pulse opens, closes or was counted, and nothing that counts a person. */
@NullMarked
package org.groeipuls.api.webhook;

import org.jspecify.annotations.NullMarked;
