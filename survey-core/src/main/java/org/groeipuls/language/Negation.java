package org.groeipuls.language;

import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import org.groeipuls.language.Phrase.Found;

/** What is denied in one clause (measurement, section 4). */
final class Negation {
    private final Language language;
    private final List<Found> negators;
    private final BitSet mentioned = new BitSet();
    private final BitSet stops = new BitSet();

    /** Pseudo-negators go first: a negator that is part of one denies nothing. */
    Negation(Lexicon lexicon, Clause clause, Collection<Found> mentions) {
        this.language = lexicon.language();
        BitSet harmless = new BitSet();
        clause.find(lexicon.pseudoNegators()).forEach(found -> harmless.or(found.used()));
        this.negators = clause.longest(lexicon.negators()).stream()
                .filter(found -> !found.used().intersects(harmless))
                .toList();
        mentions.forEach(found -> mentioned.or(found.used()));
        clause.find(lexicon.negationStops()).forEach(found -> stops.or(found.used()));
        stops.or(mentioned);
    }

    /** Whether an odd number of negators reaches this phrase; two take each other away: "nooit zonder verwijt". */
    boolean denies(Found phrase) {
        return negators.stream().filter(negator -> reaches(negator, phrase)).count() % 2 == 1;
    }

    private boolean reaches(Found negator, Found phrase) {
        if (phrase.holds(negator)) {
            return false;
        }
        if (negator.start() < phrase.end()) {
            return phrase.start() - negator.end() < Language.NEGATORS_BEFORE && !spentBefore(negator, phrase);
        }
        return negator.kind() == Kind.NEGATOR
                && negator.start() - phrase.end() < language.negatorsAfter()
                && stops.get(phrase.end(), negator.start()).isEmpty();
    }

    /** In "niet gestraft en niet gezwegen" the first negator is spent on the first mention, the second has its own. */
    private boolean spentBefore(Found negator, Found phrase) {
        return negators.stream()
                .filter(other -> other.start() >= negator.end() && other.end() <= phrase.start())
                .anyMatch(other -> !mentioned.get(negator.end(), other.start()).isEmpty());
    }
}
