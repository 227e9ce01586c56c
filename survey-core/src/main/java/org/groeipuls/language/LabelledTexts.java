package org.groeipuls.language;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Texts with the labels that people gave them, in two halves: words may be tuned on the development half, and the locked
 * half judges. Which half a text is in depends on the text alone (SHA-256), so that no choice is left to anybody.
 */
public record LabelledTexts(List<LabelledText> all) {
    public LabelledTexts {
        all = List.copyOf(all);
    }

    /**
     * Reads a UTF-8 file of tab-separated columns id, lang, text, learn, blame, silence; labels are 1 or 0.
     *
     * @param source name of the file, for the message
     * @throws FaultyFile with everything that is wrong with it, by line; it never quotes a text
     */
    public static LabelledTexts parse(String source, byte[] file) {
        return new LabelledFile(TabbedFile.of(source, file), false).read().gold();
    }

    /** The half to tune words on. */
    public LabelledTexts development() {
        return where(text -> !text.isLocked());
    }

    /** The half that judges: nobody reads it and no word is chosen because of it. */
    public LabelledTexts locked() {
        return where(LabelledText::isLocked);
    }

    /** The texts in this language. */
    public LabelledTexts in(Language language) {
        return where(text -> text.language() == language);
    }

    /** Those whose words are all the words of one of these texts, in the same order; punctuation and capitals aside. */
    public LabelledTexts among(Collection<String> texts) {
        Set<List<List<String>>> known = texts.stream().map(Words::stretches).collect(Collectors.toSet());
        return where(text -> known.contains(Words.stretches(text.text())));
    }

    private LabelledTexts where(Predicate<LabelledText> wanted) {
        return new LabelledTexts(all.stream().filter(wanted).toList());
    }
}
