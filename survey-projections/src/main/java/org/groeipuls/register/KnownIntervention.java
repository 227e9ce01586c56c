package org.groeipuls.register;

import java.util.Comparator;
import org.groeipuls.intervention.InterventionId;
import org.groeipuls.intervention.Particulars;

/** An intervention as it is known now; in the order in which they started. */
public record KnownIntervention(InterventionId id, Particulars particulars, boolean withdrawn)
        implements Comparable<KnownIntervention> {
    private static final Comparator<KnownIntervention> ORDER = Comparator.comparing(
                    (KnownIntervention one) -> one.particulars().startedOn())
            .thenComparing(KnownIntervention::id);

    @Override
    public int compareTo(KnownIntervention other) {
        return ORDER.compare(this, other);
    }
}
