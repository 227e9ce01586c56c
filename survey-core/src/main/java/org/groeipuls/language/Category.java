package org.groeipuls.language;

/** What a text can say about errors. Words and topics only: nothing here is about a mood, a feeling or a person. */
public enum Category {
    /** Finding out why, talking it over, making it better. */
    LEARNING,
    /** Looking for who did it, and what it costs them. */
    BLAME,
    /** Not talking about it, or hiding it. */
    SILENCE
}
