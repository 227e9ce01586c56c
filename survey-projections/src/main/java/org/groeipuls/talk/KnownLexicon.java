package org.groeipuls.talk;

import org.groeipuls.language.Language;
import org.groeipuls.lexicon.LexiconId;
import org.groeipuls.lexicon.Study;
import org.jspecify.annotations.Nullable;

/**
 * A word list as it is known now.
 *
 * @param content the file
 * @param study how it did the last time that it was tried; absent when nobody did
 */
public record KnownLexicon(
        LexiconId id,
        Language language,
        String content,
        String method,
        @Nullable Study study) {
    KnownLexicon tried(Study latest) {
        return new KnownLexicon(id, language, content, method, latest);
    }
}
