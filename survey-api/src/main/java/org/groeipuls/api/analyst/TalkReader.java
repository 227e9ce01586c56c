package org.groeipuls.api.analyst;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.groeipuls.api.analyst.ErrorTalk.Estimate;
import org.groeipuls.api.analyst.ErrorTalk.NotShown;
import org.groeipuls.api.analyst.ErrorTalk.Rate;
import org.groeipuls.api.analyst.ErrorTalk.Talk;
import org.groeipuls.language.Category;
import org.groeipuls.language.Language;
import org.groeipuls.language.Reading;
import org.groeipuls.language.RoganGladen;
import org.groeipuls.language.UnitTalk;
import org.groeipuls.lexicon.Study;
import org.groeipuls.lexicon.Tally;
import org.groeipuls.scoring.Interval;
import org.groeipuls.talk.KnownLexicon;
import org.groeipuls.talk.LexiconTable;
import org.groeipuls.team.UnitId;
import org.jspecify.annotations.Nullable;

/** Reads the texts of a unit with the list in force, counts, and forgets them. */
final class TalkReader {
    private final LexiconTable lexicons;
    private final ReadableTexts texts;

    TalkReader(LexiconTable lexicons, ReadableTexts texts) {
        this.lexicons = lexicons;
        this.texts = texts;
    }

    /** What was found in one unit. */
    private record Counted(int texts, int expired, int notRead, UnitTalk talk) {}

    /** @param say the words for a reason, in the caller's language */
    Talk read(UnitId unit, Language language, UnaryOperator<String> say) {
        var inForce = lexicons.inForce(language);
        if (inForce.isEmpty()) {
            var never = new NotShown(null, "not-tried", List.of(), say.apply("not-tried"));
            return new Talk(language.code(), null, null, 0, 0, waiting(unit), null, null, List.of(), List.of(never));
        }
        var list = inForce.get();
        var counted = count(unit, list);
        var study = java.util.Objects.requireNonNull(list.study());
        var notShown = new ArrayList<>(hidden(study, say));
        var valid = study.shown();
        if (!counted.talk().isShown()) {
            notShown.add(new NotShown(null, "too-few", List.of(), say.apply("too-few")));
            valid = EnumSet.noneOf(Category.class);
        }
        return new Talk(
                language.code(),
                list.id(),
                list.method(),
                counted.texts(),
                counted.expired(),
                counted.notRead(),
                counted.talk()
                        .theta(valid)
                        .map(odds -> estimate(odds.estimate(), odds.interval()))
                        .orElse(null),
                counted.talk()
                        .silenceShare(valid)
                        .map(share -> estimate(share.share(), share.interval()))
                        .orElse(null),
                rates(counted, study, valid),
                notShown);
    }

    private int waiting(UnitId unit) {
        return texts.of(unit).stream().mapToInt(event -> event.texts()).sum();
    }

    private Counted count(UnitId unit, KnownLexicon list) {
        var own = new HashSet<>(lexicons.pulsesReadBy(list.id(), unit));
        var words = LexiconDesk.list(list);
        List<Reading> readings = new ArrayList<>();
        int respondents = 0;
        int expired = 0;
        int notRead = 0;
        for (var event : texts.of(unit)) {
            if (!own.contains(event.pulse())) {
                notRead += event.texts();
                continue;
            }
            var open = texts.open(event);
            if (open.isEmpty()) {
                expired += event.texts();
            } else {
                respondents += event.respondents();
                open.get().stream().map(words::read).forEach(readings::add);
            }
        }
        return new Counted(readings.size(), expired, notRead, UnitTalk.of(respondents, readings));
    }

    private static List<NotShown> hidden(Study study, UnaryOperator<String> say) {
        return Arrays.stream(Category.values())
                .filter(category -> !study.failed(category).isEmpty())
                .map(category -> new NotShown(
                        LexiconFigures.word(category),
                        "gate-not-passed",
                        LexiconFigures.words(study.failed(category)),
                        say.apply("gate-not-passed")))
                .toList();
    }

    private static List<Rate> rates(Counted counted, Study study, Set<Category> valid) {
        return valid.stream()
                .sorted()
                .map(category -> {
                    int found = found(counted.talk(), category);
                    double observed = (double) found / counted.texts();
                    var trial =
                            java.util.Objects.requireNonNull(study.categories().get(category));
                    return new Rate(
                            LexiconFigures.word(category),
                            LexiconFigures.rounded(observed),
                            corrected(observed, trial.list()));
                })
                .toList();
    }

    private static int found(UnitTalk talk, Category category) {
        return switch (category) {
            case LEARNING -> talk.learning();
            case BLAME -> talk.blame();
            case SILENCE -> talk.silence();
        };
    }

    private static @Nullable Double corrected(double observed, Tally list) {
        var matrix = list.matrix();
        var sensitivity = matrix.recall(0);
        var specificity = matrix.recall(1);
        return sensitivity.isEmpty() || specificity.isEmpty()
                ? null
                : LexiconFigures.value(
                        RoganGladen.corrected(observed, sensitivity.getAsDouble(), specificity.getAsDouble()));
    }

    private static Estimate estimate(double value, Interval interval) {
        return new Estimate(
                LexiconFigures.rounded(value),
                LexiconFigures.rounded(interval.low()),
                LexiconFigures.rounded(interval.high()));
    }
}
