package org.groeipuls.api.hr;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.groeipuls.agenda.KnownPulse;
import org.groeipuls.instrument.InstrumentKey;
import org.groeipuls.pulse.Agreement;
import org.groeipuls.pulse.AskedGroup;
import org.groeipuls.pulse.AskedUnit;
import org.groeipuls.pulse.FrozenKeys;
import org.groeipuls.pulse.OpenText;
import org.groeipuls.pulse.PulseDates;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.pulse.PulseRules;
import org.groeipuls.pulse.PulseState;
import org.groeipuls.release.BlockOutline;
import org.jspecify.annotations.Nullable;

/** What everybody may know of a pulse. While it is open this does not change, whoever answers. */
record PulseView(
        PulseId pulse,
        PulseState state,
        InstrumentKey instrument,
        PulseRules rules,
        PulseDates dates,
        Instant closesAt,
        @Nullable List<AskedUnit> units,
        @Nullable List<AskedGroup> groups,
        @Nullable FrozenKeys keys,
        @Nullable Agreement agreement,
        boolean demonstration,
        @Nullable String roster,
        @Nullable OpenText openText,
        @Nullable String cancelled,
        @Nullable Count count) {
    /** What the count published: who was counted together, and the receipts, sorted. */
    record Count(
            LocalDate countedOn, String calibration, List<BlockOutline> blocks, int rejected, List<String> inclusion) {}

    /** The keys of a pulse at an address of their own. */
    record Keys(PulseId pulse, FrozenKeys keys, @Nullable OpenText openText) {}

    static PulseView of(KnownPulse known) {
        var issued = known.issued();
        var published = known.count();
        return new PulseView(
                issued.pulse(),
                known.state(),
                issued.instrument(),
                issued.rules(),
                issued.dates(),
                known.closesAt(),
                issued.units(),
                issued.groups(),
                issued.keys(),
                issued.agreement(),
                issued.demonstration(),
                issued.roster(),
                issued.openText(),
                known.cancelled(),
                published == null
                        ? null
                        : new Count(
                                published.countedOn(),
                                published.calibration(),
                                published.blocks(),
                                published.rejected(),
                                published.inclusion()));
    }

    static PulseView brief(KnownPulse known) {
        var issued = known.issued();
        return new PulseView(
                issued.pulse(),
                known.state(),
                issued.instrument(),
                issued.rules(),
                issued.dates(),
                known.closesAt(),
                null,
                null,
                null,
                null,
                issued.demonstration(),
                null,
                null,
                known.cancelled(),
                null);
    }
}
