package org.groeipuls.trend;

import java.time.LocalDate;
import org.groeipuls.instrument.AboutLeaders;
import org.groeipuls.organisation.Unchanged;
import org.groeipuls.pulse.PulseId;
import org.jspecify.annotations.Nullable;

/**
 * How much of a group's past somebody may see. Whoever leads or works in it now sees what its people of now said, and of
 * leaders nothing from before a reorganisation that brought other leads; the rest was said by others, or of others.
 *
 * @param counted pulses that were counted later (UTC) are not theirs to see yet
 * @param since when the group is what it is now; absent for whoever reads all that was released
 */
public record Sight(LocalDate counted, @Nullable Unchanged since) {
    /** All that was released. */
    public static final Sight ALL = new Sight(LocalDate.MAX, null);

    /** Whether a pulse is theirs that was counted by then. */
    public boolean shows(PulseId pulse) {
        return since == null || since.people().contains(pulse);
    }

    boolean shows(TrendRow row) {
        return isCounted(row) && shows(row.construct(), row.point().pulse());
    }

    boolean isCounted(TrendRow row) {
        return !row.point().countedOn().isAfter(counted);
    }

    private boolean shows(String construct, PulseId pulse) {
        return AboutLeaders.include(construct) ? since == null || since.leads().contains(pulse) : shows(pulse);
    }
}
