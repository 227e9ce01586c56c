package org.groeipuls.api.sheet;

/** Texts as cells of a table that somebody opens in a spreadsheet. */
public final class Cells {
    private static final String BEGINS_FORMULA = "=+-@\t\r";

    private Cells() {}

    /** The text, with a quote before it where a spreadsheet would take it for a formula. */
    public static String harmless(String text) {
        return !text.isEmpty() && BEGINS_FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
