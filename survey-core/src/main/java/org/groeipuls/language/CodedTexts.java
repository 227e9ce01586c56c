package org.groeipuls.language;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Texts with the labels that two coders settled on, and what each had said before, if that is known. All are the same
 * texts in the same order.
 *
 * @param one labels of one coder; absent together with {@code other}
 */
public record CodedTexts(
        LabelledTexts gold,
        @Nullable LabelledTexts one,
        @Nullable LabelledTexts other) {
    /**
     * Reads a UTF-8 file of tab-separated columns id, lang, text, learn, blame, silence and, where two coders are known,
     * learn1, blame1, silence1, learn2, blame2, silence2; labels are 1 or 0.
     *
     * @param source name of the file, for the message
     * @throws FaultyFile with everything that is wrong with it, by line; it never quotes a text
     */
    public static CodedTexts parse(String source, byte[] file) {
        return new LabelledFile(TabbedFile.of(source, file), true).read();
    }

    /** The texts in this language. */
    public CodedTexts in(Language language) {
        return new CodedTexts(
                gold.in(language), one == null ? null : one.in(language), other == null ? null : other.in(language));
    }

    /** As {@link LabelledTexts#among}. */
    public CodedTexts among(Collection<String> texts) {
        return new CodedTexts(
                gold.among(texts), one == null ? null : one.among(texts), other == null ? null : other.among(texts));
    }
}
