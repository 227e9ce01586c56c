package org.groeipuls.api.mail;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;

/** What a letter is about. */
public enum LetterKind {
    /** An entry code can be fetched: the first of two mails with blind tickets. */
    ENTRY_CODE,
    /** The pulse is open. */
    OPEN,
    REMINDER_1,
    REMINDER_2,
    EXTENDED,
    CANCELLED,
    RESULTS;

    /** Those that follow each other while a pulse runs: each takes the place of the ones before it. */
    static final List<LetterKind> SEQUENCE = List.of(ENTRY_CODE, OPEN, REMINDER_1, REMINDER_2);

    boolean inSequence() {
        return SEQUENCE.contains(this);
    }

    boolean reminds() {
        return this == REMINDER_1 || this == REMINDER_2;
    }

    /** Whether it is written after the pulse, to whoever was written to before. */
    boolean last() {
        return this == CANCELLED || this == RESULTS;
    }

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
