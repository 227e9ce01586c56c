package org.groeipuls.scoring;

import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/** The change since an anchor by conditioning the whole joint normal distribution at once: slow, and no recursion to err in. */
final class Conditioning {
    private static final double STEP = .25;

    private Conditioning() {}

    /** The change from the point at place {@code anchor} to the last. */
    static Change change(TeamSeries series, int anchor) {
        List<TeamSeries.Point> points = series.points();
        int n = points.size();
        double[] variance = levels(series, anchor);
        DMatrixRMaj seen = new DMatrixRMaj(n, n);
        DMatrixRMaj toChange = new DMatrixRMaj(1, n);
        DMatrixRMaj off = new DMatrixRMaj(n, 1);
        for (int row = 0; row < n; row++) {
            for (int column = 0; column < n; column++) {
                seen.set(
                        row,
                        column,
                        variance[Math.min(row, column)]
                                + (row == column ? points.get(row).r() : 0));
            }
            toChange.set(0, row, variance[row] - variance[Math.min(row, anchor)]);
            off.set(row, 0, points.get(row).y() - series.mu());
        }
        CommonOps_DDRM.invert(seen);
        DMatrixRMaj weights = new DMatrixRMaj(1, n);
        CommonOps_DDRM.mult(toChange, seen, weights);
        double prior = variance[n - 1] - variance[anchor];
        return new Change(
                CommonOps_DDRM.dot(weights, transposed(off)), Math.sqrt(prior - CommonOps_DDRM.dot(weights, toChange)));
    }

    /** Variance of the true level at each point before anything is seen; the covariance of two is that of the earlier. */
    private static double[] levels(TeamSeries series, int anchor) {
        double[] variance = new double[series.points().size()];
        variance[0] = series.tau2();
        for (int at = 1; at < variance.length; at++) {
            int pulses = series.points().get(at).pulse()
                    - series.points().get(at - 1).pulse();
            variance[at] = variance[at - 1] + series.q() * pulses + (at == anchor + 1 ? STEP : 0);
        }
        return variance;
    }

    private static DMatrixRMaj transposed(DMatrixRMaj matrix) {
        DMatrixRMaj turned = new DMatrixRMaj(matrix.numCols, matrix.numRows);
        CommonOps_DDRM.transpose(matrix, turned);
        return turned;
    }
}
