/** What whoever runs the server looks at. */
@NullMarked
package org.groeipuls.pages.operator;

import org.jspecify.annotations.NullMarked;
