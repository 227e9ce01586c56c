package org.groeipuls.language;

import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** On how many different phrases a category rests: a list of few words would tell who wrote one of them. */
final class Breadth {
    private static final Map<Category, Kind> KINDS =
            Map.of(Category.LEARNING, Kind.LEARNING, Category.BLAME, Kind.BLAME, Category.SILENCE, Kind.SILENCE);

    private Breadth() {}

    /** Phrases that share no word with one counted before, the shortest first. */
    static Map<Category, Integer> of(Collection<Phrase> mentions) {
        Map<Category, Integer> breadth = new EnumMap<>(Category.class);
        KINDS.forEach((category, kind) -> {
            Set<String> taken = new HashSet<>();
            int apart = 0;
            for (Set<String> words : wordsOf(mentions, kind)) {
                if (words.stream().noneMatch(taken::contains)) {
                    apart++;
                }
                taken.addAll(words);
            }
            breadth.put(category, apart);
        });
        return breadth;
    }

    private static List<Set<String>> wordsOf(Collection<Phrase> mentions, Kind kind) {
        return mentions.stream()
                .filter(phrase -> phrase.kind() == kind)
                .map(phrase -> words(phrase.parts()))
                .sorted(Comparator.comparingInt(Set::size))
                .toList();
    }

    private static Set<String> words(List<Part> parts) {
        Set<String> words = new HashSet<>();
        parts.stream().flatMap(Breadth::words).forEach(words::add);
        return words;
    }

    private static Stream<String> words(Part part) {
        return switch (part) {
            case Part.OneWord one ->
                Stream.concat(one.whole().stream(), one.affixes().stream().map(Part.Affix::fixed));
            case Part.Choice choice ->
                choice.ways().stream().flatMap(List::stream).flatMap(Breadth::words);
            case Part.Maybe maybe -> words(maybe.part());
            case Part.Gap gap -> Stream.of();
        };
    }

    static Map<Category, Integer> found(Lexicon lexicon, LabelledTexts texts) {
        List<Clause> clauses = texts.in(lexicon.language()).all().stream()
                .flatMap(text -> Clause.of(text.text(), lexicon).stream())
                .toList();
        Map<Category, Integer> found = new EnumMap<>(Category.class);
        KINDS.forEach((category, kind) -> found.put(category, (int) lexicon.mentions().stream()
                .filter(phrase -> phrase.kind() == kind)
                .filter(phrase -> clauses.stream()
                        .anyMatch(clause -> !clause.find(List.of(phrase)).isEmpty()))
                .count()));
        return found;
    }
}
