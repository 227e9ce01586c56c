package org.groeipuls.language;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Text as word lists see it: NFKC, lower case, no diacritics, no apostrophes ("don't" and "dont" are one word), cut into
 * stretches at {@code . , ; : ! ? ( )} and line ends, and these into words of letters and digits.
 */
final class Words {
    /** Unicode writes some apostrophes as a space and an accent, so they go first. */
    private static final Pattern APOSTROPHES = Pattern.compile("['’‘‛`´ʼ′＇]");

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BREAKS = Pattern.compile("[.,;:!?()\\v]+");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Words() {}

    static String folded(String text) {
        String plain = APOSTROPHES.matcher(text).replaceAll("");
        String lower = Normalizer.normalize(plain, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFD)).replaceAll("");
    }

    /** The words of each stretch between punctuation, in order; no stretch is empty. */
    static List<List<String>> stretches(String text) {
        List<List<String>> stretches = new ArrayList<>();
        for (String stretch : BREAKS.split(folded(text))) {
            List<String> words = BETWEEN.splitAsStream(stretch)
                    .filter(word -> !word.isEmpty())
                    .toList();
            if (!words.isEmpty()) {
                stretches.add(words);
            }
        }
        return stretches;
    }
}
