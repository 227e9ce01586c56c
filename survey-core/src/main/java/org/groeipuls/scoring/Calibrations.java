package org.groeipuls.scoring;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The calibrations that history may name, by version; under one version there are always the same constants. */
@FunctionalInterface
public interface Calibrations {
    /** What there is before any organisation was calibrated: {@code default@1} alone. */
    Calibrations BUILT_IN = of(Calibration.DEFAULT);

    /**
     * The constants under this version.
     *
     * @throws UnknownCalibration when there are none
     */
    Calibration version(String version);

    /**
     * These and no others.
     *
     * @throws IllegalStateException when two of them have the same version
     */
    static Calibrations of(Calibration... known) {
        Map<String, Calibration> versions =
                Stream.of(known).collect(Collectors.toUnmodifiableMap(Calibration::version, Function.identity()));
        return version -> {
            var found = versions.get(version);
            if (found == null) {
                throw new UnknownCalibration(version);
            }
            return found;
        };
    }

    /** History names constants that this version does not have; going on with others would give another past. */
    final class UnknownCalibration extends RuntimeException {
        private static final long serialVersionUID = 1;

        UnknownCalibration(String version) {
            super("History names calibration " + version + ", which is not known here; run a version that has it");
        }
    }
}
