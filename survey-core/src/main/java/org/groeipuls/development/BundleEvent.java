package org.groeipuls.development;

import java.time.LocalDate;
import java.util.SortedSet;
import org.groeipuls.wording.WordingId;

/** What can happen to a bundle of development points. Texts stand beside history. */
public sealed interface BundleEvent {
    BundleId bundle();

    /**
     * HR put points together and before the direction. Says from which units points on one theme came, and no more of
     * groups or people than the points do.
     *
     * @param theme refers to its text
     * @param answerBy the last day for an answer
     */
    record PointsBundled(BundleId bundle, WordingId theme, SortedSet<PointId> points, LocalDate answerBy)
            implements BundleEvent {}

    /** It was put together otherwise; this holds instead, and says as much. */
    record BundleChanged(BundleId bundle, WordingId theme, SortedSet<PointId> points) implements BundleEvent {}

    /**
     * The direction answered. Everybody may know this; it says nothing of answers.
     *
     * @param because refers to the reason
     */
    record BundleAnswered(BundleId bundle, Decision decision, WordingId because, LocalDate answeredOn)
            implements BundleEvent {}

    /** The direction answered otherwise. Everybody may know this; it says nothing of answers. */
    record AnswerCorrected(BundleId bundle, Decision decision, WordingId because) implements BundleEvent {}

    /** Its texts were erased. Says that somebody asked for it, and not who or why. */
    record BundleWordsRemoved(BundleId bundle) implements BundleEvent {}
}
