package org.groeipuls.lexicon;

import org.groeipuls.refusal.Refusal;

/** A list was tried on too few answers of the organisation to be believed. */
public final class StudyTooSmall extends Refusal {
    private static final long serialVersionUID = 1;

    /** Labelled answers in the language of the list, at least (measurement, section 4). */
    public static final int LEAST_TEXTS = 400;

    private StudyTooSmall() {
        super(
                Kind.UNACCEPTABLE,
                "study-too-small",
                "A list is tried on at least " + LEAST_TEXTS
                        + " labelled texts in its language that were released here and can still be read");
    }

    static void refuse(Study study) {
        if (study.texts() < LEAST_TEXTS) {
            throw new StudyTooSmall();
        }
    }
}
