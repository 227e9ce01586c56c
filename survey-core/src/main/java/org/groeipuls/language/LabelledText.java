package org.groeipuls.language;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Set;

/**
 * A text with the categories that people gave it.
 *
 * @param id what the file calls it
 */
public record LabelledText(String id, Language language, String text, Set<Category> labels) {
    public LabelledText {
        labels = Set.copyOf(labels);
    }

    /** Which half it belongs to follows from its words alone, so neither order nor other texts move it. */
    boolean isLocked() {
        return (digest(text) & 1) == 1;
    }

    /** First byte of the SHA-256 of the text as word lists see it. */
    static int digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(Words.folded(text).strip().getBytes(StandardCharsets.UTF_8))[0];
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
