package org.groeipuls.language;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.groeipuls.language.Phrase.Found;

/** The words of one clause, and what stands in it. Negation never leaves a clause. */
record Clause(List<String> words) {

    /** The clauses of a text: stretches between punctuation, cut again before words that begin a new clause. */
    static List<Clause> of(String text, Collection<Phrase> breakers) {
        List<Clause> clauses = new ArrayList<>();
        for (List<String> stretch : Words.stretches(text)) {
            int from = 0;
            for (int at = 0; at <= stretch.size(); at++) {
                if (at == stretch.size() || begins(breakers, stretch, at)) {
                    if (at > from) {
                        clauses.add(new Clause(stretch.subList(from, at)));
                    }
                    from = at + 1;
                }
            }
        }
        return clauses;
    }

    private static boolean begins(Collection<Phrase> breakers, List<String> words, int at) {
        return breakers.stream().anyMatch(phrase -> phrase.at(words, at).isPresent());
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
