package org.groeipuls.language;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Name and version of a word list, written {@code error-talk-nl@1}. What stands under a key never changes.
 *
 * @param id lower-case letters, digits and hyphens, 1 to 40, a letter first
 * @param version 1 to 9999
 * @throws IllegalArgumentException outside these ranges
 */
public record LexiconKey(String id, int version) {
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final Pattern WRITTEN = Pattern.compile("([^@]{1,40})@([1-9][0-9]{0,3})");

    public LexiconKey {
        if (!ID.matcher(id).matches() || version < 1 || version > 9999) {
            throw new IllegalArgumentException(
                    "A word list is called by lower-case letters, digits and hyphens and a version, such as error-talk-nl@1");
        }
    }

    /** Reads what {@link #toString()} writes. @throws IllegalArgumentException if the text is something else */
    public static LexiconKey parse(String written) {
        Matcher matcher = WRITTEN.matcher(written);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "The key of a word list is a name and a version, such as error-talk-nl@1");
        }
        return new LexiconKey(matcher.group(1), Integer.parseInt(matcher.group(2)));
    }

    @Override
    public String toString() {
        return id + "@" + version;
    }
}
