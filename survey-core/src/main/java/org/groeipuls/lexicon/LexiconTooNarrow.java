package org.groeipuls.lexicon;

import org.groeipuls.language.Lexicon;
import org.groeipuls.refusal.Refusal;

/** With so few different phrases a figure of a unit could tell that one text of it holds a word. */
public final class LexiconTooNarrow extends Refusal {
    private static final long serialVersionUID = 1;

    /** Phrases of each category no two of which share a word, at least. */
    public static final int LEAST_PHRASES = 20;

    private LexiconTooNarrow() {
        super(
                Kind.UNACCEPTABLE,
                "lexicon-too-narrow",
                "A list needs at least " + LEAST_PHRASES + " phrases for each of LEARNING, BLAME and SILENCE no two of"
                        + " which share a word; with fewer a figure could tell who wrote one of them");
    }

    /** Whether it is broad enough to be registered. */
    public static boolean passes(Lexicon list) {
        return list.breadth().values().stream().allMatch(phrases -> phrases >= LEAST_PHRASES);
    }

    static void refuse(Lexicon list) {
        if (!passes(list)) {
            throw new LexiconTooNarrow();
        }
    }
}
