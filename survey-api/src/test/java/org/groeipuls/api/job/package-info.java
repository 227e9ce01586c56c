@NullMarked
package org.groeipuls.api.job;

import org.jspecify.annotations.NullMarked;
