package org.groeipuls.lexicon;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.groeipuls.language.LexiconKey;
import org.groeipuls.refusal.Refusal;

/**
 * One version of a word list, such as {@code error-talk-nl@1}.
 *
 * @param value its name and version, as in paths and JSON
 */
public record LexiconId(@JsonValue String value) implements Comparable<LexiconId> {
    /** @throws LexiconIdNotAllowed when the value is no name and version */
    @JsonCreator
    public LexiconId {
        try {
            LexiconKey.parse(value);
        } catch (IllegalArgumentException notAKey) {
            throw new LexiconIdNotAllowed();
        }
    }

    /** The id of the list with this key. */
    public static LexiconId of(LexiconKey key) {
        return new LexiconId(key.toString());
    }

    /** Name and version apart. */
    public LexiconKey key() {
        return LexiconKey.parse(value);
    }

    @Override
    public int compareTo(LexiconId other) {
        return value.compareTo(other.value);
    }

    /** The id with its type, which is what the event store knows the aggregate by. */
    @Override
    public String toString() {
        return "lexicon:" + value;
    }

    /** What was given is no name and version. */
    public static final class LexiconIdNotAllowed extends Refusal {
        private static final long serialVersionUID = 1;

        LexiconIdNotAllowed() {
            super(
                    Kind.UNACCEPTABLE,
                    "lexicon-id-not-allowed",
                    "A word list is called by lower-case letters, digits and hyphens and a version, such as error-talk-nl@2");
        }
    }
}
