package org.groeipuls.development;

import java.time.LocalDate;
import java.util.SortedSet;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.groeipuls.wording.WordingId;

/** What can be asked of a bundle of development points. */
public sealed interface BundleCommand {
    /**
     * Puts points together under a theme and before the direction; what is known already is put together otherwise.
     *
     * @param theme refers to its text
     * @param today the day on which it is said
     */
    record BundlePoints(
            @TargetAggregateIdentifier BundleId bundle, WordingId theme, SortedSet<PointId> points, LocalDate today)
            implements BundleCommand {}

    /**
     * Answers, or answers otherwise.
     *
     * @param because refers to the reason
     * @param today the day on which it is said
     */
    record AnswerBundle(
            @TargetAggregateIdentifier BundleId bundle, Decision decision, WordingId because, LocalDate today)
            implements BundleCommand {}

    /** Says that its texts were erased. */
    record RemoveBundleWords(@TargetAggregateIdentifier BundleId bundle) implements BundleCommand {}
}
