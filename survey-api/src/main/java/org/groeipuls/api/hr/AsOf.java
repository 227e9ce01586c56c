package org.groeipuls.api.hr;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.groeipuls.api.problem.UnknownParameters.ParameterNotAllowed;
import org.jspecify.annotations.Nullable;

/** The day up to which something is looked at. */
final class AsOf {
    private AsOf() {}

    /**
     * @param asOf a day before today; today when absent
     * @throws ParameterNotAllowed for today or later: what will be known by the evening is not known yet
     */
    static LocalDate orNow(@Nullable LocalDate asOf, InstantSource clock) {
        var today = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
        if (asOf != null && !asOf.isBefore(today)) {
            throw new ParameterNotAllowed();
        }
        return asOf == null ? today : asOf;
    }
}
