/** The command line {@code groeipuls} for analysts, works councils and whoever checks a server. */
@NullMarked
package org.groeipuls.analyst;

import org.jspecify.annotations.NullMarked;
