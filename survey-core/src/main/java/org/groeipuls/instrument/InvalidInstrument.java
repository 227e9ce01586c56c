package org.groeipuls.instrument;

import org.groeipuls.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/** A questionnaire that breaks a rule of its own kind; the message names the part and, when read from a file, the line. */
public final class InvalidInstrument extends Refusal {

    private final @Nullable String part;
    private final @Nullable String mention;

    InvalidInstrument(String message) {
        this(message, null, null);
    }

    /** The fault lies in the part with this id (of an item, scale, form, construct or pattern). */
    InvalidInstrument(String message, @Nullable String part) {
        this(message, part, null);
    }

    /** The fault is a word that stands in or after the definition of the part: the line of that word is the line to mend. */
    InvalidInstrument(String message, @Nullable String part, @Nullable String mention) {
        super(Kind.UNACCEPTABLE, "invalid-instrument", message);
        this.part = part;
        this.mention = mention;
    }

    @Nullable
    String part() {
        return part;
    }

    @Nullable
    String mention() {
        return mention;
    }
}
