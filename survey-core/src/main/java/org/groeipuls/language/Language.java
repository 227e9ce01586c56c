package org.groeipuls.language;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A language with a word list of its own, and how far a negator reaches in it (measurement, section 4). */
public enum Language {
    /** In a Dutch main clause the negator follows the verb: "we bespreken fouten niet". */
    NL(3),
    EN(0);

    /** A negator counts up to this many words before what it denies, in the same clause. */
    static final int NEGATORS_BEFORE = 4;

    private final int negatorsAfter;

    Language(int negatorsAfter) {
        this.negatorsAfter = negatorsAfter;
    }

    /** A negator counts up to this many words after what it denies, in the same clause. */
    int negatorsAfter() {
        return negatorsAfter;
    }

    /** The language as files write it, {@code nl} or {@code en}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Language> of(String code) {
        return Arrays.stream(values())
                .filter(language -> language.code().equals(code))
                .findFirst();
    }
}
