package org.groeipuls.api.hr;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.groeipuls.instrument.InstrumentKey;
import org.groeipuls.pulse.Agreement;
import org.groeipuls.pulse.Disclosure;
import org.groeipuls.pulse.OpenText;
import org.groeipuls.pulse.PulseDates;
import org.groeipuls.pulse.PulseRules;
import org.groeipuls.pulse.TicketMode;
import org.groeipuls.team.GroupId;
import org.jspecify.annotations.Nullable;

/**
 * A pulse as it is asked for.
 *
 * @param form name of a form, or {@code rotate}
 * @param groups the groups to be asked; a team that stands in no group is its own
 * @param ticketsFrom a day before {@code opensAt} when absent
 * @param leads false leaves out the groups in which leads answer
 * @param openText false leaves out the open question of a form that has one
 * @param textRetentionDays how long after the count what was written can be read, 30 to 1825 days; 365 when absent
 */
public record PulseRequest(
        @NotNull InstrumentKey instrument,
        @NotNull @Size(min = 1, max = 60) String form,
        @NotNull @Size(min = 1, max = 10_000) List<@NotNull GroupId> groups,
        @Nullable Instant ticketsFrom,
        @NotNull Instant opensAt,
        @NotNull Instant closesAt,
        @Nullable Integer minimumGroup,
        @Nullable Disclosure disclosure,
        @Nullable Integer spreadMinimum,
        @Nullable TicketMode tickets,
        @Nullable Integer layers,
        @Nullable Agreement agreement,
        @Nullable Boolean openText,
        @Nullable Integer textRetentionDays,
        @Nullable Boolean leads) {
    /** Whether leads are asked too, in groups of their own. */
    boolean asksLeads() {
        return leads == null || leads;
    }

    /** Whether the open question of a form that has one is asked. */
    boolean asksToWrite() {
        return openText == null || openText;
    }

    int textRetention() {
        return textRetentionDays == null ? OpenText.DEFAULT_RETENTION : textRetentionDays;
    }

    /** The rules, with what holds when nothing is said. */
    public PulseRules rules() {
        var rules = PulseRules.DEFAULT;
        return new PulseRules(
                minimumGroup == null ? rules.minimumGroup() : minimumGroup,
                disclosure == null ? rules.disclosure() : disclosure,
                spreadMinimum == null ? rules.spreadMinimum() : spreadMinimum,
                tickets == null ? rules.tickets() : tickets,
                layers == null ? rules.layers() : layers);
    }

    PulseDates dates() {
        return new PulseDates(ticketsFrom == null ? opensAt.minus(Duration.ofDays(1)) : ticketsFrom, opensAt, closesAt);
    }
}
