package org.groeipuls.pages.chart;

import java.util.List;

/** One size of a chart, in SVG units; its text is at least 12 px at the narrowest width the chart is shown at. */
public enum Frame {
    /** For desks and paper. */
    WIDE("wide", 760, 190, 13, 26, 56),
    /** For phones. */
    NARROW("narrow", 320, 210, 14, 8, 62);

    final String word;
    final int width;
    final int height;
    final int letters;
    final int dateWidth;
    private final int most;

    Frame(String word, int width, int height, int letters, int most, int dateWidth) {
        this.word = word;
        this.width = width;
        this.height = height;
        this.letters = letters;
        this.most = most;
        this.dateWidth = dateWidth;
    }

    /** How many columns fit. */
    public int most() {
        return most;
    }

    /** The newest that fit; older ones are in the table only. */
    public <T> List<T> newest(List<T> all) {
        return all.subList(Math.max(0, all.size() - most), all.size());
    }
}
