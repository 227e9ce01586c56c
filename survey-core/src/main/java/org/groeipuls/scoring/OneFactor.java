package org.groeipuls.scoring;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.jspecify.annotations.Nullable;

/**
 * One common factor fitted to a correlation matrix by unweighted least squares: iterated principal axis, which ends where
 * minres ends (Harman and Jones 1966; measurement, section 2).
 *
 * @param loadings λ of each item, signed so that their sum is not negative
 */
record OneFactor(List<Double> loadings) {
    private static final int MOST_ROUNDS = 20_000;
    private static final double STILL = 1e-13;

    OneFactor {
        loadings = List.copyOf(loadings);
    }

    /** Empty below three items, where it does not settle, or where an item would share more than it has (Heywood). */
    static Optional<OneFactor> of(double[][] correlations) {
        if (correlations.length < 3) {
            return Optional.empty();
        }
        double[] shared = start(correlations);
        for (int round = 0; round < MOST_ROUNDS; round++) {
            double[] axis = principalAxis(correlations, shared);
            if (axis == null) {
                return Optional.empty();
            }
            double moved = 0;
            for (int item = 0; item < axis.length; item++) {
                moved = Math.max(moved, Math.abs(axis[item] * axis[item] - shared[item]));
                shared[item] = axis[item] * axis[item];
            }
            if (moved < STILL) {
                return Arrays.stream(shared).allMatch(part -> part <= 1)
                        ? Optional.of(upright(axis))
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** Omega total of the items' sum: (Σλ)² / ((Σλ)² + Σ(1 - λ²)), 0..1 (McDonald 1999). */
    double omega() {
        double common =
                Math.pow(loadings.stream().mapToDouble(Double::doubleValue).sum(), 2);
        double unique =
                loadings.stream().mapToDouble(loading -> 1 - loading * loading).sum();
        return common / (common + unique);
    }

    private static double[] start(double[][] correlations) {
        double[] shared = new double[correlations.length];
        for (int row = 0; row < shared.length; row++) {
            for (int column = 0; column < shared.length; column++) {
                if (row != column) {
                    shared[row] = Math.max(shared[row], Math.abs(correlations[row][column]));
                }
            }
        }
        return shared;
    }

    private static double @Nullable [] principalAxis(double[][] correlations, double[] shared) {
        DMatrixRMaj reduced = new DMatrixRMaj(correlations);
        for (int item = 0; item < shared.length; item++) {
            reduced.set(item, item, shared[item]);
        }
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(shared.length, true, true);
        if (!eigen.decompose(reduced)) {
            return null;
        }
        int first = 0;
        for (int at = 1; at < shared.length; at++) {
            if (eigen.getEigenvalue(at).getReal() > eigen.getEigenvalue(first).getReal()) {
                first = at;
            }
        }
        double size = Math.sqrt(Math.max(0, eigen.getEigenvalue(first).getReal()));
        return Arrays.stream(eigen.getEigenVector(first).getData())
                .map(x -> x * size)
                .toArray();
    }

    private static OneFactor upright(double[] axis) {
        double sign = Arrays.stream(axis).sum() < 0 ? -1 : 1;
        return new OneFactor(
                Arrays.stream(axis).mapToObj(loading -> sign * loading).toList());
    }
}
