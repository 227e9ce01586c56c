package org.groeipuls.trend;

import org.groeipuls.pulse.AskedGroup;
import org.groeipuls.scoring.Basis;
import org.groeipuls.scoring.ParticipationFall;
import org.jspecify.annotations.Nullable;

/**
 * Whether clearly fewer of a group answered than at the very pulse before. Who was not shown by themselves there has
 * nothing to compare with, and neither has a group of which more changed than a verdict may rest on.
 *
 * @param told whether it is so
 * @param askedBefore how many people were asked at that pulse; absent where there is nothing to compare with
 */
record Fall(boolean told, @Nullable Integer askedBefore) {
    private static final Fall NONE = new Fall(false, null);

    /**
     * What is known of a group that is shown by itself.
     *
     * @param latest the group's latest row before; absent where that was other people
     * @param answered how many of those asked answered
     */
    static Fall of(@Nullable TrendRow latest, int answered, AskedGroup now) {
        if (latest == null || latest.answered() == null || changed(latest, now)) {
            return NONE;
        }
        // with one answer less before it must hold as well: that everybody answered is never said (R5)
        int before = Math.min(latest.answered(), latest.eligible() - 1);
        return new Fall(
                ParticipationFall.isShown(before, latest.eligible(), answered, now.eligible()), latest.eligible());
    }

    private static boolean changed(TrendRow latest, AskedGroup now) {
        var moves = now.moves();
        int moved =
                moves == null ? Math.abs(now.eligible() - latest.eligible()) : Math.max(moves.joined(), moves.left());
        return moved > Basis.TURNOVER * latest.eligible();
    }

    /**
     * Whether anything else than "no" could be told of a group of these sizes.
     *
     * @param fewest how few answers are shown
     */
    static boolean possible(@Nullable Integer askedBefore, int asked, int fewest) {
        return askedBefore != null
                && fewest <= asked
                && ParticipationFall.isShown(askedBefore - 1, askedBefore, fewest, asked);
    }
}
