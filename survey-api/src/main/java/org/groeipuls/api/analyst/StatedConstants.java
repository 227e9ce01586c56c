package org.groeipuls.api.analyst;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.groeipuls.calibration.Constants;
import org.groeipuls.scoring.Calibration;
import org.jspecify.annotations.Nullable;

/**
 * Constants from elsewhere; what is absent stays at its default.
 *
 * @param offsets item to offset; per scale they add up to 0
 */
public record StatedConstants(
        @Nullable Map<String, Number> offsets,
        @Nullable Map<String, Number> mu,
        @Nullable Map<String, Number> tau2,
        @Nullable Map<String, Number> s02,
        @Nullable Number kappa,
        @Nullable Number q,
        @Nullable Number gapVariance) {
    public Constants constants() {
        var otherwise = Calibration.DEFAULT;
        return new Constants(
                doubles(offsets),
                doubles(mu),
                doubles(tau2),
                doubles(s02),
                kappa == null ? otherwise.kappa() : kappa.doubleValue(),
                q == null ? otherwise.q() : q.doubleValue(),
                gapVariance == null ? otherwise.gapVariance() : gapVariance.doubleValue());
    }

    private static SortedMap<String, Double> doubles(@Nullable Map<String, Number> numbers) {
        var doubles = new TreeMap<String, Double>();
        if (numbers != null) {
            numbers.forEach((name, number) -> doubles.put(name, number.doubleValue()));
        }
        return doubles;
    }
}
