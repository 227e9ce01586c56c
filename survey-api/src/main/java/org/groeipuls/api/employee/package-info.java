/** What somebody who answers may ask for: a form, and to have a ballot taken. */
@NullMarked
package org.groeipuls.api.employee;

import org.jspecify.annotations.NullMarked;
