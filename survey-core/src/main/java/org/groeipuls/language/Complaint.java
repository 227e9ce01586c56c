package org.groeipuls.language;

/**
 * What is wrong with a line of a file, and what to do about it.
 *
 * @param line counted from 1
 */
public record Complaint(int line, String message) {
    @Override
    public String toString() {
        return "line " + line + ": " + message;
    }
}
