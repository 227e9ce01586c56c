package org.groeipuls.api.past;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.Supplier;
import org.groeipuls.api.problem.UnknownParameters.ParameterNotAllowed;

/** Reads what is read as of an earlier day, for those who do not come by a resource: pages. */
public final class EarlierDays {
    /** What was recorded in the last moment of a day is there by then. */
    static final Duration SETTLED = Duration.ofMinutes(1);

    private final Pasts pasts;
    private final InstantSource clock;

    EarlierDays(Pasts pasts, InstantSource clock) {
        this.pasts = pasts;
        this.clock = clock;
    }

    /** The last day as of which can be read. */
    public LocalDate latest() {
        return LocalDate.ofInstant(clock.instant().minus(SETTLED), ZoneOffset.UTC)
                .minusDays(1);
    }

    /**
     * What is read, with the views and the clock of the end of that day.
     *
     * @throws ParameterNotAllowed when it is no day before today: what will be known by the evening is not known yet
     */
    public <T> T read(LocalDate day, Supplier<T> reading) {
        if (day.getYear() < 1 || day.isAfter(latest())) {
            throw new ParameterNotAllowed();
        }
        Then.begin(new Then.Visit(day, pasts));
        try {
            return reading.get();
        } finally {
            Then.end();
        }
    }
}
