package org.groeipuls.scoring;

/**
 * What beside the gap itself speaks for one of the four patterns, so that once is enough for the organisation's view
 * (measurement, section 5). Means are in points 1..5, of scales or items turned where reversed.
 */
public final class ExtraEvidence {
    private static final double PRACTICE_RARE = 2.5;
    private static final int DAYS_WITHOUT = 90;
    private static final double SILENCE_ABOVE = .5;
    private static final int SESSIONS = 3;
    private static final double LEADERS_SHARE = 1 / 3.0;
    private static final double CARELESS_FROM = 3.5;
    private static final double CELEBRATED_FROM = 3;

    private ExtraEvidence() {}

    /** M1, talk without practice: the mean of learning practice (LF) is at most 2.5. */
    public static boolean practiceIsRare(double learningPractice) {
        return mean(learningPractice) <= PRACTICE_RARE + Domain.SLACK;
    }

    /** M1, talk without practice: the last recorded learning form is more than 90 days ago (0 is today). */
    public static boolean noFormFor(int days) {
        return Domain.atLeast(0, days, "days") > DAYS_WITHOUT;
    }

    /** M2, growth means always positive: silence (HS) is heard at least half a point above the organisation's median. */
    public static boolean silenceIsHeard(double silence, double median) {
        return mean(silence) >= mean(median) + SILENCE_ABOVE - Domain.SLACK;
    }

    /**
     * M3, only for employees: over three sessions or more, leaders attended under a third as often as employees.
     *
     * @param leaders share of the leaders' places taken, 0..1
     * @param employees share of the employees' places taken, 0..1; 0 is no evidence
     */
    public static boolean leadersStayAway(int sessions, double leaders, double employees) {
        Domain.within(0, leaders, 1, "leaders");
        Domain.within(0, employees, 1, "employees");
        return Domain.atLeast(0, sessions, "sessions") >= SESSIONS
                && leaders < employees * LEADERS_SHARE - Domain.SLACK;
    }

    /** M4, celebrating failure: the belief "celebrating failures makes people careless" has a mean of 3.5 or more. */
    public static boolean celebratingSeemsCareless(double belief) {
        return mean(belief) >= CARELESS_FROM - Domain.SLACK;
    }

    /** Whether M4 with that belief is to be named <em>fear of</em> celebrating: celebrating (ETL3) is below 3. */
    public static boolean fearOfCelebrating(double belief, double celebrating) {
        return celebratingSeemsCareless(belief) && mean(celebrating) < CELEBRATED_FROM - Domain.SLACK;
    }

    private static double mean(double value) {
        return Domain.within(ScaleItem.LOWEST, value, ScaleItem.HIGHEST, "mean");
    }
}
