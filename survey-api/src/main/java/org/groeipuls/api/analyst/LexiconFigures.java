package org.groeipuls.api.analyst;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import org.groeipuls.language.Category;
import org.groeipuls.language.ConfusionMatrix;
import org.groeipuls.language.LabelledTexts;
import org.groeipuls.language.Lexicon;
import org.groeipuls.language.Validity;
import org.groeipuls.lexicon.Gate;
import org.groeipuls.lexicon.LexiconId;
import org.groeipuls.lexicon.LexiconTooNarrow;
import org.groeipuls.lexicon.Study;
import org.groeipuls.talk.KnownLexicon;
import org.jspecify.annotations.Nullable;

/** Figures about word lists as they go over the wire. */
final class LexiconFigures {
    private LexiconFigures() {}

    /** A word of the wire for a constant of ours, such as {@code too-few}. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static List<String> words(Set<? extends Enum<?>> constants) {
        return constants.stream().sorted().map(LexiconFigures::word).toList();
    }

    /**
     * A list in short.
     *
     * @param phrases for each category the number of phrases no two of which share a word
     * @param shown the categories that passed every gate; none as long as nobody tried it
     * @param inForce whether texts that are released now will be read by it
     * @param study how it did the last time that it was tried
     */
    record LexiconView(
            LexiconId lexicon,
            String language,
            String method,
            Phrases phrases,
            List<String> shown,
            boolean inForce,
            @Nullable StudyView study) {
        static LexiconView of(KnownLexicon known, boolean inForce) {
            var study = known.study();
            return new LexiconView(
                    known.id(),
                    known.language().code(),
                    known.method(),
                    Phrases.of(LexiconDesk.list(known)),
                    study == null ? List.of() : words(study.shown()),
                    inForce,
                    study == null ? null : StudyView.of(study));
        }
    }

    /** @param needed at least so many for each */
    record Phrases(int learning, int blame, int silence, int needed) {
        static Phrases of(Lexicon list) {
            var breadth = list.breadth();
            return new Phrases(
                    breadth.getOrDefault(Category.LEARNING, 0),
                    breadth.getOrDefault(Category.BLAME, 0),
                    breadth.getOrDefault(Category.SILENCE, 0),
                    LexiconTooNarrow.LEAST_PHRASES);
        }
    }

    /** @param texts labelled texts in the language of the list that were released here */
    record StudyView(String method, int texts, List<TrialView> categories) {
        static StudyView of(Study study) {
            return new StudyView(
                    study.method(),
                    study.texts(),
                    Arrays.stream(Category.values())
                            .map(category -> TrialView.of(study, category))
                            .toList());
        }
    }

    /**
     * @param failed the gates that it did not pass: coders, kappa, precision, recall, phrases
     * @param list against the settled labels, in the half that nobody tuned on
     * @param codersKappa how well two coders agreed; absent where they are not known
     * @param phrases how many different phrases were found
     */
    record TrialView(
            String category,
            boolean shown,
            List<String> failed,
            @Nullable Agreement list,
            @Nullable Double codersKappa,
            int phrases) {
        static TrialView of(Study study, Category category) {
            Set<Gate> failed = study.failed(category);
            var trial = study.categories().get(category);
            if (trial == null) {
                return new TrialView(word(category), false, words(failed), null, null, 0);
            }
            var coders = trial.coders();
            return new TrialView(
                    word(category),
                    failed.isEmpty(),
                    words(failed),
                    Agreement.of(trial.list().matrix()),
                    coders == null ? null : value(coders.matrix().kappa()),
                    trial.phrases());
        }
    }

    /** A figure that cannot be computed, because nothing of the kind occurs, is absent. */
    record Agreement(
            long texts,
            @Nullable Double kappa,
            @Nullable Double precision,
            @Nullable Double recall,
            @Nullable Double f1,
            @Nullable Double specificity) {
        static Agreement of(ConfusionMatrix matrix) {
            return new Agreement(
                    matrix.n(),
                    value(matrix.kappa()),
                    value(matrix.precision(0)),
                    value(matrix.recall(0)),
                    value(matrix.f1(0)),
                    value(matrix.recall(1)));
        }
    }

    /** How a list does on one half of labelled texts. */
    record Half(Agreement learning, Agreement blame, Agreement silence) {
        static Half of(Lexicon list, LabelledTexts texts) {
            var tried = Validity.tried(list, texts);
            return new Half(
                    agreement(tried.get(Category.LEARNING)),
                    agreement(tried.get(Category.BLAME)),
                    agreement(tried.get(Category.SILENCE)));
        }

        private static Agreement agreement(@Nullable ConfusionMatrix matrix) {
            return Agreement.of(java.util.Objects.requireNonNull(matrix));
        }
    }

    static @Nullable Double value(OptionalDouble figure) {
        return figure.isPresent() ? rounded(figure.getAsDouble()) : null;
    }

    /** Three decimals; more would be noise. */
    static double rounded(double figure) {
        return Math.round(figure * 1000) / 1000.0;
    }
}
