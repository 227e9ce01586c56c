package org.groeipuls.scoring;

import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * The organisation's line before and after a marker: y = level + trend·t + step·post + turn·since by weighted least squares,
 * weights n (Wagner et al. 2002; measurement, section 3). A step needs many answers, a turn many points; points of one line
 * resemble their neighbours, which these standard errors ignore.
 *
 * @param level at t = 0, points
 * @param trend change per pulse before the marker, points
 * @param step jump at the marker, points
 * @param turn change of the trend after it, points per pulse
 */
public record SegmentedRegression(Coefficient level, Coefficient trend, Coefficient step, Coefficient turn) {
    /** How many points it needs. */
    public static final int POINTS = 12;

    /** How many different pulses it needs on each side of the marker. */
    public static final int EACH_SIDE = 2;

    private static final int COEFFICIENTS = 4;

    /** An estimate with its standard error, √(σ²·(X'WX)⁻¹), σ² = Σ w·residual²/(points - 4); 0 or more. */
    public record Coefficient(double estimate, double se) {}

    /**
     * A point of the organisation's line.
     *
     * @param t number of the pulse
     * @param y value, points
     * @param n answers behind it, above 0
     * @throws IllegalArgumentException when a number is outside its domain
     */
    public record Point(int t, double y, double n) {
        public Point {
            Domain.finite(y, "y");
            Domain.positive(n, "n");
        }
    }

    /**
     * The fit; the order of the points changes nothing. {@code since} is 1 on the first pulse after the marker.
     *
     * @param firstAfter number of the first pulse after the marker
     * @throws IllegalArgumentException with fewer than 12 points, or fewer than two different pulses on a side
     */
    public static SegmentedRegression of(List<Point> points, int firstAfter) {
        Domain.atLeast(POINTS, points.size(), "points");
        long before = points.stream()
                .mapToInt(Point::t)
                .distinct()
                .filter(t -> t < firstAfter)
                .count();
        long after = points.stream()
                .mapToInt(Point::t)
                .distinct()
                .filter(t -> t >= firstAfter)
                .count();
        Domain.atLeast(EACH_SIDE, (int) before, "pulses before the marker");
        Domain.atLeast(EACH_SIDE, (int) after, "pulses after the marker");
        DMatrixRMaj design = new DMatrixRMaj(
                points.stream().map(point -> row(point, firstAfter)).toArray(double[][]::new));
        double[] y = points.stream().mapToDouble(Point::y).toArray();
        double[] n = points.stream().mapToDouble(Point::n).toArray();
        return fit(design, y, n);
    }

    private static double[] row(Point point, int firstAfter) {
        boolean post = point.t >= firstAfter;
        return new double[] {1, point.t, post ? 1 : 0, post ? point.t - firstAfter + 1.0 : 0};
    }

    private static SegmentedRegression fit(DMatrixRMaj design, double[] y, double[] weights) {
        DMatrixRMaj weighted = design.copy();
        CommonOps_DDRM.multRows(weights, weighted);
        DMatrixRMaj inverse = new DMatrixRMaj(COEFFICIENTS, COEFFICIENTS);
        CommonOps_DDRM.multTransA(design, weighted, inverse);
        if (!CommonOps_DDRM.invert(inverse)) {
            throw new IllegalArgumentException("These points do not settle a line before and after the marker");
        }
        DMatrixRMaj moments = new DMatrixRMaj(COEFFICIENTS, 1);
        CommonOps_DDRM.multTransA(weighted, new DMatrixRMaj(y.length, 1, true, y), moments);
        DMatrixRMaj estimates = new DMatrixRMaj(COEFFICIENTS, 1);
        CommonOps_DDRM.mult(inverse, moments, estimates);
        double variance = residuals(design, estimates, y, weights) / (y.length - COEFFICIENTS);
        Coefficient[] found = new Coefficient[COEFFICIENTS];
        Arrays.setAll(found, at -> new Coefficient(estimates.get(at), Math.sqrt(variance * inverse.get(at, at))));
        return new SegmentedRegression(found[0], found[1], found[2], found[3]);
    }

    private static double residuals(DMatrixRMaj design, DMatrixRMaj estimates, double[] y, double[] weights) {
        DMatrixRMaj fitted = new DMatrixRMaj(y.length, 1);
        CommonOps_DDRM.mult(design, estimates, fitted);
        double squares = 0;
        for (int at = 0; at < y.length; at++) {
            squares += weights[at] * Math.pow(y[at] - fitted.get(at), 2);
        }
        return squares;
    }
}
