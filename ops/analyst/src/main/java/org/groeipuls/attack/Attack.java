package org.groeipuls.attack;

/**
 * One way to get at what the product promises to keep from everybody. Its name, the promise and how it works stand in
 * the texts under its key, in Dutch and English.
 *
 * @param <T> what it is let loose on: a server, or copies of everything at rest
 */
public interface Attack<T> {
    /** The key of its texts, such as {@code double-vote}. */
    String key();

    /** Whether it leaves anything behind: such an attack is only run on a demonstration. */
    boolean changes();

    /**
     * Tries.
     *
     * @throws AttackNotRun when it could not be tried, which is neither success nor failure
     */
    Finding on(T target);
}
