package org.groeipuls.api.past;

import java.time.LocalDate;
import java.util.function.Supplier;
import org.groeipuls.api.problem.UnknownParameters.ParameterNotAllowed;

/** Reads what is read as of an earlier day, for those who do not come by a resource: pages. */
public final class EarlierDays {
    private final Pasts pasts;
    private final SettledDays days;

    EarlierDays(Pasts pasts, SettledDays days) {
        this.pasts = pasts;
        this.days = days;
    }

    /** The last day as of which can be read. */
    public LocalDate latest() {
        return days.latest();
    }

    /**
     * What is read, with the views and the clock of the end of that day.
     *
     * @throws ParameterNotAllowed when it is no day before today: what will be known by the evening is not known yet
     */
    public <T> T read(LocalDate day, Supplier<T> reading) {
        if (!days.hold(day)) {
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
