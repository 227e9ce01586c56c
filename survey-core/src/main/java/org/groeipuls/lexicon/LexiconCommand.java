package org.groeipuls.lexicon;

import java.nio.charset.StandardCharsets;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.groeipuls.language.FaultyFile;
import org.groeipuls.language.Language;
import org.groeipuls.language.Lexicon;
import org.groeipuls.language.Reading;

/** What can be asked of the register of word lists. */
public sealed interface LexiconCommand {
    /**
     * Puts a list under its name and version, for good. The same content again changes nothing.
     *
     * @param content the file, with a line feed at the end of lines
     * @param method the way of reading that it is written for
     */
    record RegisterLexicon(
            @TargetAggregateIdentifier LexiconId lexicon, Language language, String content, String method)
            implements LexiconCommand {
        /**
         * Registers a file under the name and version that stand in it.
         *
         * @param source name of the file, for the message
         * @throws FaultyFile with everything that is wrong with it, by line
         */
        public static RegisterLexicon of(String source, byte[] file) {
            var list = Lexicon.parse(source, file);
            var content = new String(file, StandardCharsets.UTF_8)
                    .replace("\uFEFF", "")
                    .replace("\r\n", "\n")
                    .replace('\r', '\n');
            return new RegisterLexicon(LexiconId.of(list.key()), list.language(), content, Reading.METHOD);
        }

        Lexicon list() {
            return Lexicon.parse(lexicon.value(), content.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Lays down how well a list did on labelled answers; the same figures again change nothing. */
    record TryLexicon(@TargetAggregateIdentifier LexiconId lexicon, Study study) implements LexiconCommand {}
}
