package org.groeipuls.instrument;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The small rules that every part of an instrument shares. Records check with these when they are made. */
final class Must {

    static final int LONGEST_TEXT = 300;
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{1,40}");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\u2028\\u2029]");

    private Must() {}

    static String beAnId(@Nullable String id, String what) {
        if (id == null) {
            throw new InvalidInstrument(what + " is missing: give it 1 to 40 letters, digits or hyphens");
        }
        if (!ID.matcher(id).matches()) {
            throw new InvalidInstrument(
                    what + " '" + shortened(id) + "' must be 1 to 40 letters, digits or hyphens", id);
        }
        return id;
    }

    static String beText(@Nullable String text, String what) {
        if (text == null || text.isBlank()) {
            throw new InvalidInstrument(what + " is missing or blank: write it out");
        }
        if (text.length() > LONGEST_TEXT) {
            throw new InvalidInstrument(what + " has " + text.length() + " characters: shorten it to " + LONGEST_TEXT);
        }
        if (CONTROL.matcher(text).find()) {
            throw new InvalidInstrument(what + " holds an invisible control character: remove it");
        }
        return text;
    }

    static <T> T beGiven(@Nullable T value, String part, String what) {
        if (value == null) {
            throw new InvalidInstrument(part + " has no " + what + ": add it", part);
        }
        return value;
    }

    static <T> List<T> list(@Nullable List<T> list, @Nullable String part, String what, int least, int most) {
        String owner = part == null ? "The instrument" : part;
        int size = list == null ? 0 : list.size();
        if (list == null || size < least || size > most) {
            throw new InvalidInstrument(
                    "%s needs %s %s, and has %d".formatted(owner, span(least, most), what, size), part);
        }
        for (@Nullable T element : list) {
            if (element == null) {
                throw new InvalidInstrument(owner + " has a null among its " + what + ": remove it", part);
            }
        }
        return List.copyOf(list);
    }

    private static String span(int least, int most) {
        return least == most ? "exactly " + least : least + " to " + most;
    }

    /** As {@link #list}, of names that refer to other parts. */
    static List<String> names(@Nullable List<String> names, @Nullable String part, String what, int least, int most) {
        List<String> given = list(names, part, what, least, most);
        given.forEach(name -> beAnId(name, "A name among the " + what));
        return given;
    }

    /** What may be repeated in a message: short, and without characters that could forge a line of a log. */
    private static String shortened(String text) {
        String visible = CONTROL.matcher(text).replaceAll("?");
        return visible.length() <= 60 ? visible : visible.substring(0, 60) + "…";
    }
}
