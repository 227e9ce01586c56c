package org.groeipuls.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A versioned list of words and phrases about errors in one language, made by hand (measurement, section 4). It is
 * immutable and whole: whoever holds one may trust that its file had nothing to complain about.
 */
public final class Lexicon {
    private final LexiconKey key;
    private final Language language;
    private final List<Phrase> mentions;
    private final List<Phrase> negators;
    private final List<Phrase> pseudoNegators;
    private final List<Phrase> clauseBreakers;
    private final List<Phrase> clauseKeepers;
    private final List<Phrase> negationStops;

    Lexicon(LexiconKey key, Language language, List<Phrase> phrases) {
        this.key = key;
        this.language = language;
        this.mentions = of(phrases, Kind.MENTIONS);
        this.negators = of(phrases, Set.of(Kind.NEGATOR, Kind.NEGATOR_BEFORE));
        this.pseudoNegators = of(phrases, Set.of(Kind.PSEUDO_NEGATOR));
        this.clauseBreakers = of(phrases, Set.of(Kind.CLAUSE_BREAKER));
        this.clauseKeepers = of(phrases, Set.of(Kind.CLAUSE_KEEPER));
        this.negationStops = of(phrases, Set.of(Kind.NEGATION_STOP));
    }

    /**
     * The list that comes with the product: {@code error-talk-nl@1} or {@code error-talk-en@1}.
     *
     * @throws FaultyFile if the shipped file is faulty
     */
    public static Lexicon builtIn(Language language) {
        return parse(fileOf(language), builtInFile(language));
    }

    /** The file of that list, as it is shipped: UTF-8, tab-separated. */
    public static byte[] builtInFile(Language language) {
        String file = fileOf(language);
        try (InputStream in = Lexicon.class.getResourceAsStream("/language/" + file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is not on the class path: build survey-core again");
            }
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file + " cannot be read", unreadable);
        }
    }

    private static String fileOf(Language language) {
        return "error-talk-%s-1.tsv".formatted(language.code());
    }

    /**
     * Reads a list from a UTF-8 file of tab-separated columns; docs/method/language.md says how to write one.
     *
     * @param source name of the file, for the message
     * @throws FaultyFile with everything that is wrong with it, by line
     */
    public static Lexicon parse(String source, byte[] file) {
        return new LexiconFile(TabbedFile.of(source, file)).lexicon();
    }

    /** Name and version; store it with everything that was computed with this list. */
    public LexiconKey key() {
        return key;
    }

    /** The language whose words and rules of negation it holds. */
    public Language language() {
        return language;
    }

    /** What this list finds in one text. The same text gives the same reading, always. */
    public Reading read(String text) {
        return Reading.of(this, text);
    }

    /**
     * How broad it is: for each category the number of its phrases no two of which share a word. A row of endings of one
     * word counts once, and so does a list of rows around one word.
     */
    public Map<Category, Integer> breadth() {
        return Breadth.of(mentions);
    }

    /** How many phrases of each category stand in at least one of these texts, negated or not. */
    public Map<Category, Integer> phrasesIn(LabelledTexts texts) {
        return Breadth.found(this, texts);
    }

    List<Phrase> mentions() {
        return mentions;
    }

    List<Phrase> negators() {
        return negators;
    }

    List<Phrase> pseudoNegators() {
        return pseudoNegators;
    }

    List<Phrase> clauseBreakers() {
        return clauseBreakers;
    }

    List<Phrase> clauseKeepers() {
        return clauseKeepers;
    }

    List<Phrase> negationStops() {
        return negationStops;
    }

    private static List<Phrase> of(List<Phrase> phrases, Set<Kind> kinds) {
        return phrases.stream().filter(phrase -> kinds.contains(phrase.kind())).toList();
    }
}
