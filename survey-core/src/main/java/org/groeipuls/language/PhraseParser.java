package org.groeipuls.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads how phrases are written: words with a space between; {@code a|b} one of these; {@code a|b?} or none;
 * {@code verbeter*} any end, {@code *cultuur} any beginning; {@code <name>} a set; {@code ...} up to three words between,
 * {@code ...5} up to five.
 */
final class PhraseParser {
    private static final Pattern GAP = Pattern.compile("\\.\\.\\.([1-9])?");
    private static final Pattern WORD = Pattern.compile("(\\*?)([\\p{L}\\p{N}]+)(\\*?)");
    private static final Pattern SET = Pattern.compile("<[a-z]+>");
    private static final int USUAL_GAP = 3;
    private static final int LEAST_OF_AFFIX = 3;

    private final Map<String, List<List<Part>>> sets = new HashMap<>();
    private final Set<String> used = new HashSet<>();

    static boolean isSet(String written) {
        return SET.matcher(written).matches();
    }

    boolean knows(String set) {
        return sets.containsKey(set);
    }

    boolean isUsed(String set) {
        return used.contains(set);
    }

    /** Adds one way to a set. @throws IllegalArgumentException with a remedy when the phrase is badly written */
    void addToSet(String set, String written) {
        List<Part> way = parse(written);
        sets.computeIfAbsent(set, unknown -> new ArrayList<>()).add(way);
    }

    /** The parts of a phrase. @throws IllegalArgumentException with a remedy when it is badly written */
    List<Part> parse(String written) {
        List<Part> parts = new ArrayList<>();
        for (String piece : written.strip().split(" +")) {
            parts.add(part(piece));
        }
        if (parts.getFirst() instanceof Part.Gap || parts.getLast() instanceof Part.Gap) {
            throw new IllegalArgumentException("begins or ends with ...: a phrase begins and ends with a word");
        }
        if (parts.stream().allMatch(Part.Maybe.class::isInstance)) {
            throw new IllegalArgumentException("has no word that must be there: take a question mark away");
        }
        return parts;
    }

    private Part part(String piece) {
        Matcher gap = GAP.matcher(piece);
        if (gap.matches()) {
            return new Part.Gap(gap.group(1) == null ? USUAL_GAP : Integer.parseInt(gap.group(1)));
        }
        if (piece.endsWith("?")) {
            return new Part.Maybe(oneOf(piece.substring(0, piece.length() - 1)));
        }
        return oneOf(piece);
    }

    private Part oneOf(String piece) {
        Set<String> whole = new HashSet<>();
        List<Part.Affix> affixes = new ArrayList<>();
        List<List<Part>> ways = new ArrayList<>();
        for (String option : piece.split("\\|", -1)) {
            if (isSet(option)) {
                ways.addAll(set(option));
            } else {
                word(option, whole, affixes);
            }
        }
        Part words = new Part.OneWord(Set.copyOf(whole), List.copyOf(affixes));
        if (ways.isEmpty()) {
            return words;
        }
        if (!whole.isEmpty() || !affixes.isEmpty()) {
            ways.addFirst(List.of(words));
        }
        return new Part.Choice(List.copyOf(ways));
    }

    private List<List<Part>> set(String name) {
        List<List<Part>> ways = sets.get(name);
        if (ways == null) {
            throw new IllegalArgumentException("uses " + name + ", which no line above it fills");
        }
        used.add(name);
        return ways;
    }

    private static void word(String option, Set<String> whole, List<Part.Affix> affixes) {
        String folded = Words.folded(option);
        Matcher matcher = WORD.matcher(folded);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    ("'%s' is not a word: use letters and digits, * at an end, ? after a word, "
                                    + "| between words, and a space where a text has a hyphen")
                            .formatted(option));
        }
        boolean before = !matcher.group(1).isEmpty();
        boolean after = !matcher.group(3).isEmpty();
        if (!before && !after) {
            whole.add(matcher.group(2));
        } else if (matcher.group(2).length() < LEAST_OF_AFFIX) {
            throw new IllegalArgumentException(
                    "'%s' fits too many words: give at least %d letters".formatted(option, LEAST_OF_AFFIX));
        } else {
            affixes.add(new Part.Affix(before, matcher.group(2), after));
        }
    }
}
