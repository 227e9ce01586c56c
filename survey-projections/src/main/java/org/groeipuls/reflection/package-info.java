/** What leads answered of themselves beside what was released of their group. */
@NullMarked
package org.groeipuls.reflection;

import org.jspecify.annotations.NullMarked;
