/** Kills, slowed disks and planted defects: what was acknowledged must be there afterwards, once. */
@NullMarked
package org.groeipuls.system.fault;

import org.jspecify.annotations.NullMarked;
