package org.groeipuls.agenda;

import java.sql.Date;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.groeipuls.pulse.PulseEvent;
import org.groeipuls.pulse.PulseEvent.PulseCancelled;
import org.groeipuls.pulse.PulseEvent.PulseClosed;
import org.groeipuls.pulse.PulseEvent.PulseCounted;
import org.groeipuls.pulse.PulseEvent.PulseExtended;
import org.groeipuls.pulse.PulseEvent.PulseIssued;
import org.groeipuls.pulse.PulseEvent.PulseOpened;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.pulse.PulseState;
import org.groeipuls.release.ReleaseEvent.CountPublished;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What {@link AgendaProjection} does, for very many events: the pulses at hand are kept, and written in batches. */
public final class BulkAgenda {
    private static final int AT_HAND = 32;
    private static final String INSERT = "insert into agenda_pulse (state, closes_at, published, cancelled, opens_at,"
            + " issued, issued_on, pulse) values (?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String UPDATE =
            "update agenda_pulse set state = ?, closes_at = ?, published = ?, cancelled = ? where pulse = ?";

    private final PulseAgenda agenda;
    private final BulkRows rows;
    private final JsonMapper json;
    private final Map<PulseId, LocalDate> issuedOn = new LinkedHashMap<>();
    private final Map<PulseId, KnownPulse> changed = new HashMap<>();
    private final Map<PulseId, KnownPulse> atHand = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<PulseId, KnownPulse> eldest) {
            return size() > AT_HAND;
        }
    };

    /**
     * @param rows of the same connection as the agenda
     * @param json writes as the agenda does
     */
    public BulkAgenda(PulseAgenda agenda, BulkRows rows, JsonMapper json) {
        this.agenda = agenda;
        this.rows = rows;
        this.json = json;
    }

    /** The pulse with this id, as far as history was read. */
    public Optional<KnownPulse> find(PulseId pulse) {
        var known = changed.get(pulse);
        if (known == null) {
            known = atHand.get(pulse);
        }
        if (known != null) {
            return Optional.of(known);
        }
        var read = agenda.find(pulse);
        read.ifPresent(one -> atHand.put(pulse, one));
        return read;
    }

    /** @param day the day on which it was recorded */
    public void on(PulseEvent event, LocalDate day) {
        switch (event) {
            case PulseIssued issued -> issued(issued, day);
            case PulseOpened opened -> reached(opened.pulse(), PulseState.OPEN);
            case PulseClosed closed -> reached(closed.pulse(), PulseState.CLOSED);
            case PulseCounted counted -> reached(counted.pulse(), PulseState.COUNTED);
            case PulseExtended extended ->
                change(extended.pulse(), known -> with(known, known.state(), extended.closesAt(), known.cancelled()));
            case PulseCancelled cancelled -> {
                reached(cancelled.pulse(), PulseState.CANCELLED);
                change(cancelled.pulse(), known -> with(known, known.state(), known.closesAt(), cancelled.reason()));
            }
        }
    }

    /** History has it once and is read once, so nobody has to look whether it is there. */
    private void issued(PulseIssued event, LocalDate day) {
        issuedOn.put(event.pulse(), day);
        changed.put(
                event.pulse(),
                new KnownPulse(
                        event,
                        PulseState.ISSUED,
                        Instant.ofEpochMilli(event.dates().closesAt().toEpochMilli()),
                        null,
                        null));
    }

    private void reached(PulseId pulse, PulseState state) {
        change(
                pulse,
                known -> known.state().compareTo(state) < 0
                        ? with(known, state, known.closesAt(), known.cancelled())
                        : known);
    }

    /** A count published its figures. */
    public void on(CountPublished event) {
        change(
                event.pulse(),
                known -> new KnownPulse(known.issued(), known.state(), known.closesAt(), event, known.cancelled()));
    }

    private void change(PulseId pulse, UnaryOperator<KnownPulse> how) {
        find(pulse).ifPresent(known -> changed.put(pulse, how.apply(known)));
    }

    private static KnownPulse with(KnownPulse known, PulseState state, Instant closesAt, @Nullable String cancelled) {
        return new KnownPulse(known.issued(), state, closesAt, known.count(), cancelled);
    }

    /** Puts what is not yet written. */
    public void written() {
        List<Object[]> inserts = new ArrayList<>();
        List<Object[]> updates = new ArrayList<>();
        issuedOn.forEach((pulse, day) -> {
            var known = changed.remove(pulse);
            if (known != null) {
                inserts.add(inserted(known, day));
                atHand.put(pulse, known);
            }
        });
        changed.forEach((pulse, known) -> {
            updates.add(new Object[] {
                known.state().name(),
                known.closesAt().toEpochMilli(),
                published(known),
                known.cancelled(),
                pulse.value()
            });
            atHand.put(pulse, known);
        });
        if (!inserts.isEmpty()) {
            rows.put(
                    INSERT,
                    inserts,
                    Types.VARCHAR,
                    Types.BIGINT,
                    Types.VARCHAR,
                    Types.VARCHAR,
                    Types.BIGINT,
                    Types.VARCHAR,
                    Types.DATE,
                    Types.VARCHAR);
        }
        if (!updates.isEmpty()) {
            rows.put(UPDATE, updates, Types.VARCHAR, Types.BIGINT, Types.VARCHAR, Types.VARCHAR, Types.VARCHAR);
        }
        issuedOn.clear();
        changed.clear();
    }

    private Object[] inserted(KnownPulse known, LocalDate day) {
        var dates = known.issued().dates();
        return new Object[] {
            known.state().name(),
            known.closesAt().toEpochMilli(),
            published(known),
            known.cancelled(),
            dates.opensAt().toEpochMilli(),
            json.writeValueAsString(known.issued()),
            Date.valueOf(day),
            known.issued().pulse().value()
        };
    }

    private @Nullable String published(KnownPulse known) {
        var count = known.count();
        return count == null ? null : json.writeValueAsString(count);
    }
}
