package org.groeipuls.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.groeipuls.scoring.Oracles;

/** Lists and labelled texts for tests: a small list whose every word is known, the shipped ones, and the files. */
final class WordLists {
    static final Lexicon NL = Lexicon.builtIn(Language.NL);
    static final Lexicon EN = Lexicon.builtIn(Language.EN);

    /** Thirteen rows, so that a rule can be seen by itself. */
    static final String SMALL = """
            kind	words	note
            KEY	small-nl@1
            LANGUAGE	nl
            NEGATOR	niet|geen|niemand|nooit
            NEGATOR_BEFORE	zonder
            PSEUDO_NEGATOR	niet alleen
            NEGATION_STOP	dat|en
            CLAUSE_BREAKER	maar
            CLAUSE_KEEPER	dan maar
            LEARNING	leren|geleerd
            BLAME	schuld
            SILENCE	stil
            OPEN_TALK	bespreken
            TALK	zeggen
            LEARNING_NEG	wijzer ... niks
            NONE	stil op kantoor
            """;

    private WordLists() {}

    static Lexicon small() {
        return lexicon(SMALL);
    }

    static Lexicon lexicon(String file) {
        return Lexicon.parse("small.tsv", file.getBytes(StandardCharsets.UTF_8));
    }

    static Lexicon of(Language language) {
        return language == Language.NL ? NL : EN;
    }

    /** The sentences on which the lists were tuned. */
    static LabelledTexts development(Language language) {
        String file = "/language/development-%s.tsv".formatted(language.code());
        try (InputStream in = Objects.requireNonNull(WordLists.class.getResourceAsStream(file))) {
            return LabelledTexts.parse(file, in.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The labelled sentences that were published. */
    static LabelledTexts published() {
        return LabelledTexts.parse("text_labelled_public.tsv", reference("text_labelled_public.tsv"));
    }

    static byte[] reference(String file) {
        return Oracles.bytes(file);
    }
}
