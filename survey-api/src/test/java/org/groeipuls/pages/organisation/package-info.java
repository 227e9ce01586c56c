@NullMarked
package org.groeipuls.pages.organisation;

import org.jspecify.annotations.NullMarked;
