package org.groeipuls.pulse;

import java.time.Instant;
import java.util.List;
import org.groeipuls.instrument.InstrumentKey;
import org.jspecify.annotations.Nullable;

/** What can happen to a pulse. */
public sealed interface PulseEvent {
    PulseId pulse();

    /**
     * A pulse was issued and all that people are promised is frozen. Tells everyone who is asked what; group sizes are
     * known in the organisation, and nobody is named. Whoever has the roster with its salt can check that the same people
     * were asked; without the salt nobody can tell from this who they are.
     *
     * @param roster the commitment to who is asked, lower-case hex of 32 bytes (docs/protocol.md); none with personal
     *     links
     * @param openText in whose name people may write and with which keys; absent without an open question
     */
    record PulseIssued(
            PulseId pulse,
            InstrumentKey instrument,
            PulseRules rules,
            PulseDates dates,
            List<AskedUnit> units,
            List<AskedGroup> groups,
            FrozenKeys keys,
            @Nullable Agreement agreement,
            boolean demonstration,
            @Nullable String roster,
            @Nullable OpenText openText)
            implements PulseEvent {
        /** With personal links and without an open question. */
        public PulseIssued(
                PulseId pulse,
                InstrumentKey instrument,
                PulseRules rules,
                PulseDates dates,
                List<AskedUnit> units,
                List<AskedGroup> groups,
                FrozenKeys keys,
                @Nullable Agreement agreement,
                boolean demonstration) {
            this(pulse, instrument, rules, dates, units, groups, keys, agreement, demonstration, null, null);
        }
    }

    /** Ballots are accepted from now on. Says nothing of whether any came. */
    record PulseOpened(PulseId pulse) implements PulseEvent {}

    /** The end was moved once; announced to everybody alike. Says nothing of how many had answered. */
    record PulseExtended(PulseId pulse, Instant closesAt) implements PulseEvent {}

    /** No ballot is accepted any more. Says nothing of how many came. */
    record PulseClosed(PulseId pulse) implements PulseEvent {}

    /** The pulse was counted; its figures are in the release. Says nothing that the release does not. */
    record PulseCounted(PulseId pulse) implements PulseEvent {}

    /** The pulse ended without a count; its ballots were destroyed unread, so nobody can infer anything from them. */
    record PulseCancelled(PulseId pulse, String reason) implements PulseEvent {}
}
