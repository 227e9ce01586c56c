/** Tickets, keys, the vault and the sealing of ballots: knows neither who was asked nor what was said. */
@NullMarked
package org.groeipuls.anonymity;

import org.jspecify.annotations.NullMarked;
