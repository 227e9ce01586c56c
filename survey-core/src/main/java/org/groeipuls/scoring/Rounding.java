package org.groeipuls.scoring;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Rounding of the organisation record (anonymity R6). */
public final class Rounding {
    private static final BigDecimal TWENTY = BigDecimal.valueOf(20);

    private Rounding() {}

    /**
     * The nearest multiple of .05, computed on the shortest decimal that names the value, so .075 becomes .1; halves go
     * away from zero, so that a correlation and its reverse round alike.
     *
     * @throws IllegalArgumentException when the value is not finite
     */
    public static double toTwentieth(double value) {
        BigDecimal twentieths =
                BigDecimal.valueOf(Domain.finite(value, "value")).multiply(TWENTY);
        return twentieths.setScale(0, RoundingMode.HALF_UP).divide(TWENTY).doubleValue();
    }
}
