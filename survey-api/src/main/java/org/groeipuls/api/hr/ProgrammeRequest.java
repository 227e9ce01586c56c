package org.groeipuls.api.hr;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.groeipuls.instrument.Instrument;
import org.groeipuls.instrument.InstrumentKey;
import org.groeipuls.programme.Break;
import org.groeipuls.programme.Cadence;
import org.groeipuls.programme.Definition;
import org.groeipuls.programme.Mails;
import org.groeipuls.pulse.Agreement;
import org.groeipuls.pulse.Disclosure;
import org.groeipuls.pulse.OpenText;
import org.groeipuls.pulse.PulseRules;
import org.groeipuls.pulse.TicketMode;
import org.groeipuls.team.GroupId;
import org.jspecify.annotations.Nullable;

/**
 * A programme as it is asked for.
 *
 * @param cycle names of forms in their order; the instrument's own when absent
 * @param yearly the form of the first pulse of every later year; none when absent
 * @param groups all there are when a pulse is issued, when absent
 * @param mails the usual reminders and the monthly question when absent
 * @param leads false leaves out the groups in which leads answer
 */
public record ProgrammeRequest(
        @NotNull @Size(max = 200) String name,
        @NotNull InstrumentKey instrument,
        @NotNull @Valid CadenceRequest cadence,
        @Nullable @Size(max = 60) List<@NotNull String> cycle,
        @Nullable @Size(max = 60) String yearly,
        @Nullable @Size(max = 10_000) List<@NotNull GroupId> groups,
        @Nullable Boolean leads,
        @Nullable RulesRequest rules,
        @Nullable Boolean openText,
        @Nullable Integer textRetentionDays,
        @Nullable Agreement agreement,
        @Nullable @Valid MailsRequest mails,
        @Nullable Stage state) {
    /** Whether further pulses come. */
    public enum Stage {
        @JsonProperty("active")
        ACTIVE,
        @JsonProperty("ended")
        ENDED
    }

    /**
     * @param workingDays 8 when absent
     * @param ticketsAhead days before the opening from which tickets can be fetched; 1 when absent
     * @param issueAhead days before that on which the pulse is issued; 7 when absent
     */
    public record CadenceRequest(
            @NotNull @Size(max = 200) String rule,
            @NotNull LocalDate startsOn,
            @Nullable LocalDate endsOn,
            @NotNull ZoneId zone,
            @NotNull LocalTime opensAt,
            @Nullable Integer workingDays,
            @Nullable @Size(max = 200) List<@NotNull @Valid BreakRequest> breaks,
            @Nullable Integer ticketsAhead,
            @Nullable Integer issueAhead) {
        Cadence cadence() {
            return new Cadence(
                    rule,
                    startsOn,
                    endsOn,
                    zone,
                    opensAt,
                    workingDays == null ? 8 : workingDays,
                    breaks == null
                            ? List.of()
                            : breaks.stream()
                                    .map(one -> new Break(one.from(), one.to(), one.name()))
                                    .toList(),
                    ticketsAhead == null ? 1 : ticketsAhead,
                    issueAhead == null ? 7 : issueAhead);
        }
    }

    /** @param to the last day, itself included */
    public record BreakRequest(
            @NotNull LocalDate from,
            @NotNull LocalDate to,
            @Nullable @Size(max = 100) String name) {}

    /** The rules of its pulses; each has the default of a pulse when absent. */
    public record RulesRequest(
            @Nullable Integer minimumGroup,
            @Nullable Disclosure disclosure,
            @Nullable Integer spreadMinimum,
            @Nullable TicketMode tickets,
            @Nullable Integer layers) {
        PulseRules rules() {
            var otherwise = PulseRules.DEFAULT;
            return new PulseRules(
                    minimumGroup == null ? otherwise.minimumGroup() : minimumGroup,
                    disclosure == null ? otherwise.disclosure() : disclosure,
                    spreadMinimum == null ? otherwise.spreadMinimum() : spreadMinimum,
                    tickets == null ? otherwise.tickets() : tickets,
                    layers == null ? otherwise.layers() : layers);
        }
    }

    /**
     * @param reminders on which working days after the opening everybody is reminded, 1 being the first; at most two; empty
     *     for none; absent: halfway, and one working day before the end
     * @param monthlyQuestion false sends leads no mail that asks which learning forms there were; true when absent
     */
    public record MailsRequest(
            @Nullable @Size(max = 2) List<@NotNull Integer> reminders,
            @Nullable Boolean monthlyQuestion) {
        Mails mails() {
            return new Mails(reminders, monthlyQuestion == null || monthlyQuestion);
        }
    }

    Definition definition(Instrument known) {
        return new Definition(
                name,
                instrument,
                cadence.cadence(),
                cycle == null ? known.cycle() : cycle,
                yearly,
                groups,
                leads == null || leads,
                rules == null ? PulseRules.DEFAULT : rules.rules(),
                openText == null || openText,
                textRetentionDays == null ? OpenText.DEFAULT_RETENTION : textRetentionDays,
                agreement,
                mails == null ? null : mails.mails(),
                state == Stage.ENDED);
    }
}
