package org.groeipuls.scoring;

/**
 * An item 1..5 as presented; a reversed item scores 6 minus the answer.
 *
 * @throws IllegalArgumentException when the id is blank
 */
public record ScaleItem(String id, boolean reversed) {
    static final int LOWEST = 1;
    static final int HIGHEST = 5;

    public ScaleItem {
        if (id.isBlank()) {
            throw new IllegalArgumentException("An item needs an id");
        }
    }

    /**
     * The score x' of an answer: itself, or 6 minus it when reversed.
     *
     * @throws IllegalArgumentException when the answer is not 1..5 (the message does not repeat it)
     */
    int score(int answer) {
        if (answer < LOWEST || answer > HIGHEST) {
            throw new IllegalArgumentException("The answer to " + id + " must be " + LOWEST + ".." + HIGHEST);
        }
        return reversed ? LOWEST + HIGHEST - answer : answer;
    }
}
