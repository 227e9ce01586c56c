package org.groeipuls.language;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.groeipuls.language.Phrase.Found;

/**
 * What a word list finds in one text. It is about the words of that text, is never shown by itself and only counts
 * towards a unit, see {@link UnitTalk}.
 *
 * @param mentioned categories with at least one mention that is not negated
 * @param denied categories with at least one negated mention; a category can be in both
 */
public record Reading(Set<Category> mentioned, Set<Category> denied) {
    /** Version of the way of reading; store it beside the key of the word list. */
    public static final String METHOD = "clauses@1";

    public Reading {
        mentioned = Set.copyOf(mentioned);
        denied = Set.copyOf(denied);
    }

    static Reading of(Lexicon lexicon, String text) {
        Set<Category> mentioned = EnumSet.noneOf(Category.class);
        Set<Category> denied = EnumSet.noneOf(Category.class);
        for (Clause clause : Clause.of(text, lexicon)) {
            List<Found> mentions = clause.longest(lexicon.mentions());
            Negation negation = new Negation(lexicon, clause, mentions);
            for (Found found : mentions) {
                boolean negated = negation.denies(found);
                found.kind().mentions(negated).ifPresent(mentioned::add);
                found.kind().denies(negated).ifPresent(denied::add);
            }
        }
        return new Reading(mentioned, denied);
    }
}
