package org.groeipuls.intervention;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** In which form people learned together: what kind of intervention it was. */
public enum LearningForm {
    /** Peer consultation: colleagues help one of them with a case of their own. */
    INTERVISIE("intervisie"),
    /** A long talk about how people work together and what they want to hear from each other. */
    FEEDBACK_DEEP_DIVE("feedback-deep-dive"),
    RETROSPECTIVE("retrospective"),
    LEARNING_LAB("learning-lab"),
    ACTION_LEARNING("action-learning"),
    /** Learning made part of how newcomers start. */
    ONBOARDING("onboarding"),
    /** Learning made part of how work is reviewed. */
    REVIEW_CYCLE("review-cycle"),
    LEADERSHIP_PROGRAMME("leadership-programme"),
    /** Something that is done again and again, such as "what did we learn?" at the end of a week. */
    RITUAL("ritual");

    private final String word;

    LearningForm(String word) {
        this.word = word;
    }

    /** The stable name in API and history. */
    @JsonValue
    public String word() {
        return word;
    }

    /** The form with this name. */
    public static Optional<LearningForm> of(String word) {
        return Arrays.stream(values()).filter(form -> form.word.equals(word)).findFirst();
    }
}
