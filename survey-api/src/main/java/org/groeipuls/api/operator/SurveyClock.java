package org.groeipuls.api.operator;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.groeipuls.api.past.Then;
import org.groeipuls.refusal.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The time the survey goes by. In a demonstration it runs ahead of or behind the wall clock by a stored distance, so
 * that a restart keeps it; everywhere else the distance is zero and cannot be set. Whoever reads as of an earlier day has
 * the end of that day.
 */
public final class SurveyClock implements InstantSource {
    private final InstantSource wall;
    private final JdbcClient jdbc;
    private final boolean driven;
    private volatile Duration ahead;

    /** @param driven whether this is a demonstration, whose clock can be set */
    public SurveyClock(InstantSource wall, JdbcClient jdbc, boolean driven) {
        this.wall = wall;
        this.jdbc = jdbc;
        this.driven = driven;
        this.ahead = driven ? stored() : Duration.ZERO;
    }

    private Duration stored() {
        return jdbc.sql("select ahead_millis from demonstration_clock where id = 1")
                .query(Long.class)
                .optional()
                .map(Duration::ofMillis)
                .orElse(Duration.ZERO);
    }

    @Override
    public Instant instant() {
        return Then.moment().orElseGet(() -> wall.instant().plus(ahead));
    }

    /** Whether it can be set: in a demonstration. */
    public boolean driven() {
        return driven;
    }

    /**
     * Sets the clock of a demonstration; it runs on from there.
     *
     * @throws ClockNotDriven outside a demonstration
     */
    public void set(Instant instant) {
        if (!driven) {
            throw new ClockNotDriven();
        }
        var distance = Duration.between(wall.instant(), instant);
        jdbc.sql("update demonstration_clock set ahead_millis = :ahead where id = 1")
                .param("ahead", distance.toMillis())
                .update();
        ahead = distance;
    }

    /** The clock of a real survey cannot be set. */
    public static final class ClockNotDriven extends Refusal {
        private static final long serialVersionUID = 1;

        ClockNotDriven() {
            super(
                    Kind.CONFLICT,
                    "clock-not-driven",
                    "Only a demonstration's clock can be set (groeipuls.demonstration=true)");
        }
    }
}
