package org.groeipuls.team;

import org.groeipuls.refusal.Refusal;

/** A unit was placed above itself, directly or by way of others. */
public final class UnitAboveItself extends Refusal {
    private static final long serialVersionUID = 1;

    public UnitAboveItself(UnitId unit) {
        super(
                Kind.UNACCEPTABLE,
                "unit-above-itself",
                "Unit " + unit.value() + " would be above itself; choose a parent that is not below it");
    }
}
