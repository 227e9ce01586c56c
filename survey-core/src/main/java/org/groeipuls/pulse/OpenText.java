package org.groeipuls.pulse;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.groeipuls.pulse.FrozenKeys.TicketSigner;
import org.groeipuls.team.GroupId;
import org.groeipuls.team.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * The open question of a pulse, as frozen when it was issued: what people write goes into a second box, under a ticket of
 * a larger unit, and comes out without group, date or order. Tells which groups write together; nothing of who writes.
 *
 * @param operator to which the inner layer of texts is sealed; another key than that of the answers
 * @param council to which the outer layer is sealed
 * @param units in whose name people write; every group with an open question is in exactly one
 * @param retentionDays how many days after the count the texts can be read; then their key is destroyed
 */
public record OpenText(
        String operator,
        String operatorFingerprint,
        String council,
        String councilFingerprint,
        List<TextUnit> units,
        int retentionDays) {
    /** Texts of a unit are shown from this many respondents on, whether they wrote or not (R12). */
    public static final int LEAST_RESPONDENTS = 10;

    /** And from this many texts on (R12). */
    public static final int LEAST_TEXTS = 5;

    /** How long texts are kept when a pulse does not say otherwise. */
    public static final int DEFAULT_RETENTION = 365;

    public OpenText {
        units = List.copyOf(units);
    }

    /**
     * People who write in one name.
     *
     * @param name what people know the unit by
     * @param groups the groups in it whose form has the open question
     * @param eligible how many people may write
     * @param ticket the key that signs their second blind tickets; absent with personal links
     */
    public record TextUnit(
            UnitId unit,
            String name,
            SortedSet<GroupId> groups,
            int eligible,
            @Nullable TicketSigner ticket) {
        public TextUnit {
            groups = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(groups));
        }

        /** The same unit with the key that signs its tickets. */
        public TextUnit signedBy(@Nullable TicketSigner signer) {
            return new TextUnit(unit, name, groups, eligible, signer);
        }
    }

    /** In whose name the people of a group write; empty when they are not asked to. */
    public Optional<TextUnit> unitOf(GroupId group) {
        return units.stream().filter(unit -> unit.groups().contains(group)).findFirst();
    }

    /** @throws PulseNotIssuable when texts would be kept too short or too long */
    public static void checkRetention(int retentionDays) {
        if (retentionDays < 30 || retentionDays > 1_825) {
            throw new PulseNotIssuable(
                    "text-retention-not-allowed", "textRetentionDays is 30 to 1825 (five years); left out it is 365");
        }
    }

    void check() {
        checkRetention(retentionDays);
        for (var unit : units) {
            if (unit.eligible() < LEAST_RESPONDENTS) {
                throw new PulseNotIssuable(
                        "text-unit-too-small",
                        "Unit " + unit.unit().value() + " has " + unit.eligible()
                                + " people who would write; texts need at least " + LEAST_RESPONDENTS);
            }
        }
    }
}
