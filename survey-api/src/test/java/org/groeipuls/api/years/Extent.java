package org.groeipuls.api.years;

/**
 * How much of two years is played.
 *
 * @param teams in each of the four units at the start, at least 3
 * @param pulses how many
 * @param first after how many pulses the organisation changes for the first time
 * @param second after how many it changes again
 * @param mailedEvery of so many pulses one has its links mailed, beginning with the first; those of the others are handed
 *     out, because letters to everybody take most of the time
 */
record Extent(int teams, int pulses, int first, int second, int mailedEvery) {
    /** Two years: 40 teams and 22 pulses; letters about six of them, at least one in each shape of the organisation. */
    static final Extent TWO_YEARS = new Extent(10, 22, 7, 15, 4);

    /** The same with 12 teams in the first eight months. */
    static final Extent MONTHS = new Extent(3, 8, 3, 5, 3);

    boolean mailed(int number) {
        return number % mailedEvery == 0;
    }
}
