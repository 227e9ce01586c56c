package org.groeipuls.instrument;

/**
 * What items measure.
 *
 * @param key stable name in the API, for example {@code psychological-safety}
 * @param code short code of the method page, for example {@code PS}
 * @param level the lowest level at which it is reported
 * @param kind whether items reflect one thing (alpha and omega make sense) or add up to one (they do not)
 */
public record Construct(String key, String code, Localised name, Level level, Kind kind) {

    /** The lowest level at which a construct is reported: a group, or a unit of several groups. */
    public enum Level {
        GROUP,
        UNIT
    }

    /** Reflective: items are signs of one thing. Formative: items add up to an index, without alpha or factor model. */
    public enum Kind {
        REFLECTIVE,
        FORMATIVE
    }

    /** @throws InvalidInstrument if a part is missing or a key is malformed */
    public Construct {
        Must.beAnId(key, "The construct's key");
        Must.beAnId(code, "The construct's code");
        Must.beGiven(name, key, "name");
        Must.beGiven(level, key, "level");
        Must.beGiven(kind, key, "kind");
    }
}
