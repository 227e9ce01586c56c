package org.groeipuls.pages.chart;

/**
 * The upright axis of a chart. It is fixed, so that charts can be compared and nothing looks like more than it is.
 *
 * @param low value at the foot
 * @param high value at the top
 * @param every distance of the lines across
 */
public record Axis(int low, int high, int every) {
    /** The scale of answers. */
    public static final Axis ANSWERS = new Axis(1, 5, 1);

    /** The value, or the end of the axis that it passes. */
    double within(double value) {
        return Math.clamp(value, low, high);
    }

    /** How far from the top, 0..1. */
    double down(double value) {
        return (high - value) / (high - low);
    }
}
