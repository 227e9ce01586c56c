package org.groeipuls.scoring;

import java.util.List;
import java.util.stream.Stream;

/**
 * Where a say-do pattern of one group stands after the occasions so far (measurement, section 5). A withheld occasion is
 * none.
 *
 * @param level how far it may be shown
 * @param recent whether the gap was a pattern at each of the last three occasions since it was last cleared, oldest first
 */
public record Pattern(Level level, List<Boolean> recent) {
    /** Before any occasion, and after one that cleared it. */
    public static final Pattern NONE = new Pattern(Level.NONE, List.of());

    /** How many occasions count. */
    public static final int OCCASIONS = 3;
    /** How many of these make a pattern the organisation's. */
    public static final int REPEATED = 2;
    /** A gap below this many points clears everything. */
    public static final double CLEARED_BELOW = .30;

    /** Who a pattern is shown to; a gap between say and do, never a diagnosis. */
    public enum Level {
        /** Nobody. */
        NONE,
        /** The group alone, as a card to talk about: seen once. */
        GROUP,
        /** The organisation's view too: seen at two of the last three occasions, or once with extra evidence. */
        ORGANISATION
    }

    public Pattern {
        recent = List.copyOf(recent);
        if (recent.size() > OCCASIONS) {
            throw new IllegalArgumentException("Only the last three occasions count, got " + recent.size());
        }
    }

    /**
     * After one more occasion: a gap below .30 clears everything; otherwise a level once reached stays.
     *
     * @param gap the occasion's gap G, points
     * @param flagged whether it was a pattern, see {@link PairedGap#pattern}
     * @throws IllegalArgumentException when the gap is not finite
     */
    public Pattern next(double gap, boolean flagged) {
        if (Domain.finite(gap, "gap") < CLEARED_BELOW - Domain.SLACK) {
            return NONE;
        }
        List<Boolean> last = Stream.concat(recent.stream(), Stream.of(flagged))
                .skip(Math.max(0, recent.size() + 1 - OCCASIONS))
                .toList();
        long times = last.stream().filter(Boolean::booleanValue).count();
        Level reached = times >= REPEATED ? Level.ORGANISATION : times > 0 ? Level.GROUP : Level.NONE;
        return new Pattern(reached.compareTo(level) > 0 ? reached : level, last);
    }

    /** With extra evidence, see {@link ExtraEvidence}: what was seen once is as good as repeated; nothing stays nothing. */
    public Pattern supported() {
        return level == Level.GROUP ? new Pattern(Level.ORGANISATION, recent) : this;
    }
}
