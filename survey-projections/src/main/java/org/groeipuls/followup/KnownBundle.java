package org.groeipuls.followup;

import java.time.LocalDate;
import java.util.SortedSet;
import org.groeipuls.development.BundleId;
import org.groeipuls.development.Decision;
import org.groeipuls.development.PointId;
import org.groeipuls.wording.WordingId;
import org.jspecify.annotations.Nullable;

/**
 * A bundle as it is known now.
 *
 * @param answerBy the last day for an answer
 * @param answer absent until there is one
 */
public record KnownBundle(
        BundleId id,
        WordingId theme,
        SortedSet<PointId> points,
        LocalDate answerBy,
        @Nullable Answer answer) {
    /** @param because refers to the reason */
    public record Answer(Decision decision, WordingId because, LocalDate answeredOn) {}

    /** Whether the time for an answer is over and there is none. */
    public boolean overdue(LocalDate today) {
        return answer == null && today.isAfter(answerBy);
    }

    KnownBundle answered(Answer given) {
        return new KnownBundle(id, theme, points, answerBy, given);
    }
}
