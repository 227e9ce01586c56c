package org.groeipuls.instrument;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the line of a faulty part in the JSON text, so that a message can point at what is to be mended. */
final class Lines {

    private Lines() {}

    /** Line (1 is the first) of the part the fault is about; 0 when the text does not show it. */
    static int of(String json, InvalidInstrument fault) {
        String part = fault.part();
        if (part == null) {
            return 0;
        }
        int defined = definition(json, part);
        if (defined < 0) {
            return 0;
        }
        int faulty = mention(json, fault.mention(), defined);
        return lineAt(json, faulty < 0 ? defined : faulty);
    }

    private static int definition(String json, String part) {
        Matcher matcher = Pattern.compile("\"(?:id|key|name|code)\"\\s*:\\s*(?=" + quoted(part) + ")")
                .matcher(json);
        return matcher.find() ? matcher.end() : json.indexOf('"' + part + '"');
    }

    private static int mention(String json, @Nullable String word, int from) {
        return word == null ? -1 : json.indexOf('"' + word + '"', from + 1);
    }

    private static String quoted(String part) {
        return Pattern.quote('"' + part + '"');
    }

    private static int lineAt(String json, int position) {
        return 1
                + (int) json.substring(0, position)
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
    }
}
