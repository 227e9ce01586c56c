package org.groeipuls.release;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import org.groeipuls.instrument.InstrumentKey;
import org.groeipuls.pulse.Disclosure;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.team.GroupId;
import org.groeipuls.team.UnitId;
import org.jspecify.annotations.Nullable;

/** What can happen to a release: it is published, once, as one count and one event per released block. */
public sealed interface ReleaseEvent {
    ReleaseId release();

    /**
     * A pulse was counted: which groups were counted together, whether each block is released, and the receipts of all
     * counted ballots in a released block. The inclusion list has no order of its own and no group; whoever holds a
     * receipt can find it and nobody can tell whose any other is. Ballots of a block that is not released were read by
     * the count and are not on it, so that no number below the minimum shows.
     *
     * @param calibration the version of the constants that adjusted scores were computed with
     * @param rejected ballots that did not verify and were not counted
     * @param inclusion lower-case hexadecimal SHA-256 of each counted ballot's receipt, sorted
     */
    record CountPublished(
            ReleaseId release,
            PulseId pulse,
            InstrumentKey instrument,
            Disclosure disclosure,
            int minimumGroup,
            int spreadMinimum,
            String calibration,
            LocalDate countedOn,
            List<BlockOutline> blocks,
            int rejected,
            List<String> inclusion,
            @Nullable OrganisationRecord organisation,
            List<UnitDistribution> distributions)
            implements ReleaseEvent {}

    /**
     * The figures of one block of at least k answers. Under {@code banded} a colleague who knows the own answer is left
     * with at least three possible answers of anybody else; under {@code exact} small tallies can show what an
     * unanimous block answered, as was announced before answering.
     *
     * @param unit the lowest unit that has all of the block's groups
     * @param form the form that was asked; of a merged block that of its first group
     * @param n how many sheets the block has
     * @param eligible how many people were asked
     * @param scales under {@code exact} only
     * @param pairs under {@code exact} only
     */
    record BlockReleased(
            ReleaseId release,
            PulseId pulse,
            String block,
            UnitId unit,
            SortedSet<GroupId> groups,
            String form,
            int n,
            int eligible,
            List<ItemFigures> items,
            List<ScaleFigures> scales,
            List<PairFigures> pairs)
            implements ReleaseEvent {}

    /**
     * What the people of a unit wrote, in random order and sealed under a key that is destroyed when its retention ends;
     * from then on nobody can read it in any copy of history. Until then readers can guess an author by wording or
     * content, not by place, group or day. A unit with too few respondents or texts has no such event. How many people
     * handed in can be told from no number here but those that are released anyway.
     *
     * @param respondents so many people handed in at least, whether they wrote or not: the answers in the released blocks
     *     that lie in the unit as a whole; when these are fewer, the texts or the minimum, which is 10 or more
     * @param texts how many of them wrote; at least 5
     * @param sealed the texts, sealed for {@link #place}, in base64
     * @param readableUntil the day on which the key is destroyed
     */
    record TextsReleased(
            ReleaseId release,
            PulseId pulse,
            UnitId unit,
            int respondents,
            int texts,
            String sealed,
            LocalDate readableUntil)
            implements ReleaseEvent {
        /** What the sealed texts are bound to. */
        public static String place(PulseId pulse, UnitId unit) {
            return pulse.value() + "/" + unit.value();
        }
    }
}
