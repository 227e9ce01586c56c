package org.groeipuls.scoring;

/** The domain checks of this package: each returns its value or throws {@link IllegalArgumentException}. */
final class Domain {
    /** Binary fractions of decimal limits: what should equal a limit may fall short of it in its last digit. */
    static final double SLACK = 1e-9;

    private Domain() {}

    static double finite(double value, String name) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(name + " must be a finite number, got " + value);
        }
        return value;
    }

    static double positive(double value, String name) {
        if (!(finite(value, name) > 0)) {
            throw new IllegalArgumentException(name + " must be above 0, got " + value);
        }
        return value;
    }

    static double notNegative(double value, String name) {
        if (finite(value, name) < 0) {
            throw new IllegalArgumentException(name + " must be 0 or more, got " + value);
        }
        return value;
    }

    static double within(double low, double value, double high, String name) {
        if (finite(value, name) < low || value > high) {
            throw new IllegalArgumentException(name + " must be in " + low + ".." + high + ", got " + value);
        }
        return value;
    }

    static int atLeast(int low, int value, String name) {
        if (value < low) {
            throw new IllegalArgumentException(name + " must be " + low + " or more, got " + value);
        }
        return value;
    }
}
