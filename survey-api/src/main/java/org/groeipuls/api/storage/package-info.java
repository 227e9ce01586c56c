/** How history and boxes are kept on disk: names of events, order of appends, durable acknowledgement. */
@NullMarked
package org.groeipuls.api.storage;

import org.jspecify.annotations.NullMarked;
