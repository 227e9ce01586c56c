package org.groeipuls.pulse;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.SortedMap;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.groeipuls.instrument.InstrumentKey;
import org.groeipuls.team.GroupId;
import org.jspecify.annotations.Nullable;

/** What can be asked of a pulse. Time rides in the command; nothing here reads a clock. */
public sealed interface PulseCommand {
    PulseId pulse();

    /**
     * Issues a pulse: freezes who is asked what, when, under which rules and with which keys.
     *
     * @param previousOpenings when each group's last pulse opened, absent for a group's first
     * @param demonstration whether the rules on agreement and on 14 days between openings are lifted; only ever true
     *     in a demonstration store, and frozen in the pulse
     * @param zone where 14 days between openings are counted by the calendar, so that a clock that goes forward takes
     *     nothing from them; absent where they are counted as 14 times 24 hours
     * @param openText the open question, as in {@link PulseEvent.PulseIssued}; absent without one
     * @param roster the commitment to who is asked, as in {@link PulseEvent.PulseIssued}; none with personal links
     */
    record IssuePulse(
            @TargetAggregateIdentifier PulseId pulse,
            InstrumentKey instrument,
            PulseRules rules,
            PulseDates dates,
            List<AskedUnit> units,
            List<AskedGroup> groups,
            FrozenKeys keys,
            @Nullable Agreement agreement,
            SortedMap<GroupId, Instant> previousOpenings,
            boolean demonstration,
            @Nullable String roster,
            @Nullable OpenText openText,
            @Nullable ZoneId zone,
            Instant now)
            implements PulseCommand {
        /** With personal links and without an open question. */
        public IssuePulse(
                PulseId pulse,
                InstrumentKey instrument,
                PulseRules rules,
                PulseDates dates,
                List<AskedUnit> units,
                List<AskedGroup> groups,
                FrozenKeys keys,
                @Nullable Agreement agreement,
                SortedMap<GroupId, Instant> previousOpenings,
                boolean demonstration,
                Instant now) {
            this(
                    pulse,
                    instrument,
                    rules,
                    dates,
                    units,
                    groups,
                    keys,
                    agreement,
                    previousOpenings,
                    demonstration,
                    null,
                    null,
                    null,
                    now);
        }

        /**
         * Looks before keys are made and people are written down, so that nothing has to be thrown away.
         *
         * @throws org.groeipuls.refusal.Refusal when it could not be issued whatever the keys are
         */
        public void checkWhatIsAsked() {
            IssuingRules.checkWhatIsAsked(this);
        }
    }

    /** From {@code opensAt} on: ballots are accepted. */
    record OpenPulse(@TargetAggregateIdentifier PulseId pulse, Instant now) implements PulseCommand {}

    /** Moves the end once, to a later instant, before the pulse has ended. */
    record ExtendPulse(@TargetAggregateIdentifier PulseId pulse, Instant closesAt, Instant now)
            implements PulseCommand {
        public ExtendPulse {
            closesAt = closesAt.truncatedTo(ChronoUnit.SECONDS);
        }
    }

    /** From {@code closesAt} on: no ballot is accepted any more. */
    record ClosePulse(@TargetAggregateIdentifier PulseId pulse, Instant now) implements PulseCommand {}

    /** Follows the release: the figures are in history. */
    record CompleteCount(@TargetAggregateIdentifier PulseId pulse) implements PulseCommand {}

    /** Ends a pulse before it is counted; its ballots are destroyed unread. */
    record CancelPulse(@TargetAggregateIdentifier PulseId pulse, String reason) implements PulseCommand {}
}
