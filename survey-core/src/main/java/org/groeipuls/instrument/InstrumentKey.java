package org.groeipuls.instrument;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Name and version of an instrument, written {@code groeipuls@1}. What stands under a key never changes.
 *
 * @param id lower-case letters, digits and hyphens, 1 to 40, a letter first
 * @param version 1 to 9999
 */
public record InstrumentKey(String id, int version) {

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final Pattern WRITTEN = Pattern.compile("([^@]{1,40})@([1-9][0-9]{0,3})");

    /** @throws InvalidInstrument if the id or the version is outside its range */
    public InstrumentKey {
        Must.beAnId(id, "The instrument's id");
        if (!ID.matcher(id).matches()) {
            throw new InvalidInstrument(
                    "Instrument id '" + id + "' must be lower-case letters, digits and hyphens, a letter first");
        }
        if (version < 1 || version > 9999) {
            throw new InvalidInstrument("Instrument version " + version + " must be 1 to 9999");
        }
    }

    /**
     * Reads the form that {@link #toString()} writes.
     *
     * @throws InvalidInstrument if the text is not an id, an at sign and a version without leading zeros
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static InstrumentKey parse(String written) {
        Matcher matcher = WRITTEN.matcher(written);
        if (!matcher.matches()) {
            throw new InvalidInstrument("An instrument key is an id and a version, such as groeipuls@1");
        }
        return new InstrumentKey(matcher.group(1), Integer.parseInt(matcher.group(2)));
    }

    /** The key as it is written everywhere, {@code id@version}. */
    @Override
    @JsonValue
    public String toString() {
        return id + "@" + version;
    }
}
