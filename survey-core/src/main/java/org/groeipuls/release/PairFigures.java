package org.groeipuls.release;

/**
 * Moments of the gap between what is said and what is done within one sheet, for one block under {@code exact}, from
 * spreadMinimum answers up; raw turned scores, no offsets.
 *
 * @param pattern which pair, as the instrument names it
 * @param n how many answered enough of both sides
 * @param sumGap sum of say minus do
 * @param sumGapSquared sum of the squared gaps
 */
public record PairFigures(String pattern, int n, double sumSay, double sumDo, double sumGap, double sumGapSquared) {}
