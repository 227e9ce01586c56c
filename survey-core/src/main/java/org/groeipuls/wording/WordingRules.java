package org.groeipuls.wording;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * What a wording may not hold. The patterns are those that the page warns with (recognisable.js); names cannot be found
 * this way, so people are asked to leave them out, and a wording can be corrected and erased.
 */
public final class WordingRules {
    /** Characters of what was agreed, of what came of it, or of an answer: one or two sentences. */
    public static final int SENTENCES = 300;

    /** Characters of one sentence, or of a name. */
    public static final int SENTENCE = 200;

    private static final Pattern MAIL = Pattern.compile("[^\\s@<>(),;:]+@[^\\s@<>(),;:]+\\.\\p{L}{2,}");
    private static final Pattern PHONE = Pattern.compile("(?<![\\p{L}\\p{N}])(?:\\+|\\(?0)[\\d\\s()./-]{6,}\\d");
    private static final Pattern NUMBER = Pattern.compile("(?<![\\p{L}\\p{N}])\\d(?:[ .]?\\d){7,8}(?![\\p{L}\\p{N}])");
    private static final int PHONE_LEAST = 9;
    private static final int PHONE_MOST = 15;

    private WordingRules() {}

    /**
     * The wording in one form of Unicode and without blanks around it.
     *
     * @param longest characters
     * @throws WordingNotAllowed when it is empty, too long, of several lines, or holds a mail address, a phone number or
     *     what may be a citizen service number
     */
    public static String checked(String text, int longest) {
        var clean = Normalizer.normalize(text, Normalizer.Form.NFC).strip();
        if (clean.isEmpty() || clean.length() > longest || clean.chars().anyMatch(Character::isISOControl)) {
            throw new WordingNotAllowed(
                    "wording-not-allowed",
                    "A wording has 1 to " + longest + " characters here and stands on one line; make it shorter");
        }
        // wide digits and the like are read as what they look like
        var read = Normalizer.normalize(clean, Normalizer.Form.NFKC);
        if (MAIL.matcher(read).find()) {
            throw new WordingNotAllowed("wording-holds-mail", "There is a mail address in it; leave it out");
        }
        if (PHONE.matcher(read).results().anyMatch(found -> isPhone(found.group()))) {
            throw new WordingNotAllowed("wording-holds-phone", "There is a phone number in it; leave it out");
        }
        if (NUMBER.matcher(read).results().anyMatch(found -> elevenTest(digits(found.group())))) {
            throw new WordingNotAllowed(
                    "wording-holds-number",
                    "There is a number in it that may be a citizen service number; leave it out");
        }
        return clean;
    }

    private static boolean isPhone(String found) {
        int digits = digits(found).length();
        return digits >= PHONE_LEAST && digits <= PHONE_MOST;
    }

    private static String digits(String text) {
        return text.replaceAll("[^0-9]", "");
    }

    /** The eleven test of a citizen service number: Σ (9 - i)·d_i, the last digit counted -1, is a multiple of 11. */
    static boolean elevenTest(String digits) {
        var all = "0".repeat(9 - digits.length()) + digits;
        int sum = 0;
        for (int at = 0; at < 9; at++) {
            sum += (all.charAt(at) - '0') * (at == 8 ? -1 : 9 - at);
        }
        return sum % 11 == 0 && all.chars().anyMatch(digit -> digit > '0');
    }
}
