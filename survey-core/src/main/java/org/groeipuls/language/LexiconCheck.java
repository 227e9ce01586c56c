package org.groeipuls.language;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.groeipuls.language.TabbedFile.Row;

/** Looks at a list as a whole: rows that can never be found or never matter, and kinds that are not there at all. */
final class LexiconCheck {
    private static final Set<Kind> NEEDED = Set.of(
            Kind.LEARNING, Kind.BLAME, Kind.SILENCE, Kind.TALK, Kind.NEGATOR, Kind.PSEUDO_NEGATOR, Kind.CLAUSE_BREAKER);

    private final Map<Kind, List<Written>> written = new EnumMap<>(Kind.class);

    void add(Kind kind, String phrase, Row row) {
        written.computeIfAbsent(kind, unknown -> new ArrayList<>()).add(new Written(phrase, row));
    }

    /** @param end line to complain of when something is not there */
    List<Complaint> complaints(int end) {
        List<Complaint> complaints = new ArrayList<>();
        NEEDED.stream()
                .filter(kind -> !written.containsKey(kind))
                .sorted()
                .map(kind -> new Complaint(end, "the list ends without a row " + kind))
                .forEach(complaints::add);
        Set<String> negators = wordsOf(Kind.NEGATOR);
        negators.addAll(wordsOf(Kind.NEGATOR_BEFORE));
        Set<String> breakers = wordsOf(Kind.CLAUSE_BREAKER);
        written.forEach((kind, phrases) -> phrases.forEach(phrase -> useless(kind, phrase.words(), negators, breakers)
                .map(phrase.row()::complain)
                .ifPresent(complaints::add)));
        return complaints;
    }

    private static Optional<String> useless(Kind kind, String words, Set<String> negators, Set<String> breakers) {
        if (kind == Kind.PSEUDO_NEGATOR
                && pieces(words).flatMap(LexiconCheck::options).noneMatch(negators::contains)) {
            return Optional.of("holds no negator, so there is nothing that it takes back");
        }
        boolean joins = kind == Kind.CLAUSE_BREAKER || kind == Kind.CLAUSE_KEEPER;
        if (!joins && pieces(words).anyMatch(piece -> options(piece).allMatch(breakers::contains))) {
            return Optional.of("holds a word that begins a new clause, so no clause can hold it");
        }
        return Optional.empty();
    }

    /** The words that are a row of this kind all by themselves. */
    private Set<String> wordsOf(Kind kind) {
        Set<String> words = new HashSet<>();
        for (Written phrase : written.getOrDefault(kind, List.of())) {
            List<String> pieces = pieces(phrase.words()).toList();
            if (pieces.size() == 1) {
                options(pieces.getFirst()).forEach(words::add);
            }
        }
        return words;
    }

    private static Stream<String> pieces(String words) {
        return Stream.of(Words.folded(words).split(" +"));
    }

    private static Stream<String> options(String piece) {
        return Stream.of(piece.split("\\|"));
    }

    private record Written(String words, Row row) {}
}
