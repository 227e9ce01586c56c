package org.groeipuls.organisation;

import java.util.SortedSet;
import java.util.TreeSet;
import org.groeipuls.pulse.PulseId;

/**
 * Since when a group is what it is now.
 *
 * @param people pulses that asked the people it is made of now, whatever their teams were called
 * @param leads those of them after which no reorganisation brought other leads
 */
public record Unchanged(SortedSet<PulseId> people, SortedSet<PulseId> leads) {
    /** Of what is no group. */
    public static final Unchanged NEVER = new Unchanged(new TreeSet<>(), new TreeSet<>());
}
