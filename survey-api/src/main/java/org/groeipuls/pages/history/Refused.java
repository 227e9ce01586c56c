package org.groeipuls.pages.history;

import java.util.Map;
import org.groeipuls.pages.Words;
import org.groeipuls.refusal.Refusal;

/**
 * A no as the page says it.
 *
 * @param text in the reader's language
 * @param field of the form that it is about; empty when it is about all of it
 */
public record Refused(String text, String field) {
    private static final Map<String, String> FIELDS = Map.ofEntries(
            Map.entry("rule-not-allowed", "name"),
            Map.entry("rule-already-adopted", "name"),
            Map.entry("mapping-turned", "mapping"),
            Map.entry("constants-not-allowed", "kappa"),
            Map.entry("offsets-not-of-a-scale", "calibration"),
            Map.entry("rule-valid-too-early", "validFrom"),
            Map.entry("calibration-valid-too-early", "validFrom"));

    /** Nothing was refused. */
    static final Refused NOTHING = new Refused("", "");

    static Refused of(Refusal refusal, Words words) {
        return of(refusal.code(), FIELDS.getOrDefault(refusal.code(), ""), words);
    }

    static Refused of(ReplaySheet.Wrong wrong, Words words) {
        return of(wrong.code(), wrong.field(), words);
    }

    static Refused of(String code, String field, Words words) {
        var key = "replays.wrong." + code;
        boolean told = Words.bundle(words.language()).containsKey(key);
        return new Refused(words.text(told ? key : "replays.wrong.other"), field);
    }

    public boolean anything() {
        return !text.isEmpty();
    }

    /** Whether it is about this field. */
    public boolean at(String name) {
        return anything() && field.equals(name);
    }
}
