package org.groeipuls.language;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.groeipuls.language.Phrase.Found;

/** The words of one clause, and what stands in it. Negation never leaves a clause. */
record Clause(List<String> words) {

    /** The clauses of a text: stretches between punctuation, cut again before words that begin a new clause. */
    static List<Clause> of(String text, Lexicon lexicon) {
        List<Clause> clauses = new ArrayList<>();
        for (List<String> stretch : Words.stretches(text)) {
            BitSet cuts = cuts(new Clause(stretch), lexicon);
            int from = 0;
            for (int cut = cuts.nextSetBit(0); cut >= 0; cut = cuts.nextSetBit(cut + 1)) {
                clauses.add(new Clause(stretch.subList(from, cut)));
                from = cut + 1;
            }
            clauses.add(new Clause(stretch.subList(from, stretch.size())));
        }
        return clauses;
    }

    /** The places of the words that begin a new clause and belong to none. */
    private static BitSet cuts(Clause stretch, Lexicon lexicon) {
        BitSet cuts = new BitSet();
        stretch.find(lexicon.clauseBreakers()).forEach(found -> cuts.set(found.start()));
        stretch.find(lexicon.clauseKeepers()).forEach(found -> cuts.andNot(found.used()));
        return cuts;
    }

    /** Where these phrases stand, each place once for each phrase. */
    List<Found> find(Collection<Phrase> phrases) {
        return IntStream.range(0, words.size())
                .boxed()
                .flatMap(at -> phrases.stream().flatMap(phrase -> phrase.at(words, at).stream()))
                .toList();
    }

    /** As {@link #find}, without what is part of a longer phrase. */
    List<Found> longest(Collection<Phrase> phrases) {
        List<Found> all = find(phrases);
        return all.stream()
                .filter(found -> all.stream().noneMatch(found::yieldsTo))
                .distinct()
                .toList();
    }
}
