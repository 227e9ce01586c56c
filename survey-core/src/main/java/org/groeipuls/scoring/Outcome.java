package org.groeipuls.scoring;

/** What can honestly be said about a change since an anchor (measurement, section 3). */
public enum Outcome {
    /** p below .05 and D at least .20 points. */
    ROSE,
    /** p below .05 and D at most -.20 points. */
    FELL,
    /** Not moved, and the 90 % interval of D lies within ±.30 points. */
    STEADY,
    /** Could be anywhere in the interval of D. */
    NO_CLEAR_CHANGE,
    /** Too little stands behind a verdict; {@link Verdict#lacks} says what. */
    NOT_ENOUGH_DATA
}
