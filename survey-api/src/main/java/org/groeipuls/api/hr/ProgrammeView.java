package org.groeipuls.api.hr;

import java.time.LocalDate;
import java.util.List;
import org.groeipuls.instrument.InstrumentKey;
import org.groeipuls.programme.Cadence;
import org.groeipuls.programme.Mails;
import org.groeipuls.programme.ProgrammeId;
import org.groeipuls.pulse.Agreement;
import org.groeipuls.pulse.PulseRules;
import org.groeipuls.team.GroupId;
import org.jspecify.annotations.Nullable;

/**
 * A programme as everybody may know it.
 *
 * @param groups absent when it asks all there are
 * @param mails absent times of reminders are the usual ones
 * @param waits what the next pulse waits for; absent when nothing is in the way
 * @param occurrences past ones and those of the twelve months to come, in the order of their days
 */
public record ProgrammeView(
        ProgrammeId programme,
        ProgrammeRequest.Stage state,
        String name,
        InstrumentKey instrument,
        Cadence cadence,
        List<String> cycle,
        @Nullable String yearly,
        @Nullable List<GroupId> groups,
        boolean leads,
        PulseRules rules,
        boolean openText,
        int textRetentionDays,
        @Nullable Agreement agreement,
        Mails mails,
        @Nullable Waiting waits,
        List<Occurrence> occurrences) {
    /** The pulse of this day could not be issued so far; it is tried until its tickets should be there. */
    public record Waiting(LocalDate day, String code, String detail) {}
}
