package org.groeipuls.development;

import java.time.LocalDate;
import org.groeipuls.instrument.AboutLeaders;
import org.groeipuls.team.UnitId;
import org.groeipuls.wording.WordingId;
import org.jspecify.annotations.Nullable;

/**
 * What a goal aims at.
 *
 * @param name refers to its text
 * @param construct key of what is to move
 * @param unit of which unit; absent for the whole organisation
 * @param wanted which way; absent when a level is wanted
 * @param level 1 to 5, whole or half; absent when a direction is wanted
 * @param from the day from which change counts
 * @param by the day by which it is wanted, after {@code from}
 * @param bundle of which points it came, if it did
 */
public record Aim(
        WordingId name,
        String construct,
        @Nullable UnitId unit,
        @Nullable Wanted wanted,
        @Nullable Double level,
        LocalDate from,
        LocalDate by,
        @Nullable BundleId bundle) {
    /** Whether it is about the leaders themselves: of it nobody gets a number, and nothing of fewer than three leads (R10). */
    public boolean aboutLeaders() {
        return AboutLeaders.include(construct);
    }
}
