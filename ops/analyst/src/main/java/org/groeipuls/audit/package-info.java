/** What everything that stands in history leaves possible for a person who answered, worked out from history alone. */
@NullMarked
package org.groeipuls.audit;

import org.jspecify.annotations.NullMarked;
