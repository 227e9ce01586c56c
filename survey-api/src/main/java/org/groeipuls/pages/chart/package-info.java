/** Drawing charts as SVG on the server: axes, bands, bars, gaps, markers and labels, in colours of the page's style sheet. */
@NullMarked
package org.groeipuls.pages.chart;

import org.jspecify.annotations.NullMarked;
