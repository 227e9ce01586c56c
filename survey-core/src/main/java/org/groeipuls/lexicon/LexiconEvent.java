package org.groeipuls.lexicon;

import org.groeipuls.language.Language;

/** What can happen to a version of a word list. */
public sealed interface LexiconEvent {
    LexiconId lexicon();

    /**
     * A version of a list was laid down; its content never changes again. Everybody may read which words are looked for;
     * nothing about any answer follows from it.
     *
     * @param content the file, tab-separated
     * @param method version of the way of reading that the list is written for
     */
    record LexiconRegistered(LexiconId lexicon, Language language, String content, String method)
            implements LexiconEvent {}

    /**
     * The list was tried on at least 400 labelled answers. It tells how often list, label and coders agreed on all of
     * them together; no answer, and nothing about a single one, follows from it.
     */
    record LexiconTried(LexiconId lexicon, Study study) implements LexiconEvent {}
}
