package org.groeipuls.api.operator;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.groeipuls.agenda.KnownPulse;
import org.groeipuls.agenda.PulseAgenda;
import org.groeipuls.anonymity.KeyLost;
import org.groeipuls.anonymity.PublicKeys;
import org.groeipuls.anonymity.TicketKey;
import org.groeipuls.anonymity.Vault;
import org.groeipuls.api.storage.Commands;
import org.groeipuls.ballot.BallotBoxes;
import org.groeipuls.ballot.BoxTerms;
import org.groeipuls.ballot.BoxTerms.GroupTerms;
import org.groeipuls.pulse.PulseCommand.CancelPulse;
import org.groeipuls.pulse.PulseCommand.ClosePulse;
import org.groeipuls.pulse.PulseCommand.CompleteCount;
import org.groeipuls.pulse.PulseCommand.OpenPulse;
import org.groeipuls.pulse.PulseEvent.PulseIssued;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.pulse.PulseState;
import org.groeipuls.release.Counting;
import org.groeipuls.roster.InvitedPulses;
import org.groeipuls.shelf.InstrumentShelf;
import org.groeipuls.team.GroupId;
import org.jspecify.annotations.Nullable;

/**
 * The clockwork: looks which pulses are due and sends the commands that are. Every step can be repeated, so it may be
 * broken off anywhere and starts again with what is left.
 */
public final class Timekeeper implements Clockwork {
    /** How long the works council has, from the close, to give its batch back. */
    static final Duration COUNCIL_TIME = Duration.ofDays(14);

    private static final String NOT_RETURNED =
            "The works council did not take off its layer within 14 days; the answers cannot be read and are destroyed";
    private static final String LOST =
            "The keys or the box of this pulse are lost; its answers cannot be read by anybody and are destroyed";

    private final InstantSource clock;
    private final PulseAgenda agenda;
    private final InstrumentShelf shelf;
    private final Vault vault;
    private final BallotBoxes boxes;
    private final Counting counting;
    private final Commands commands;
    private final InvitedPulses invited;
    private final ReentrantLock oneAtATime = new ReentrantLock();

    public Timekeeper(
            InstantSource clock,
            PulseAgenda agenda,
            InstrumentShelf shelf,
            Vault vault,
            BallotBoxes boxes,
            Counting counting,
            Commands commands,
            InvitedPulses invited) {
        this.clock = clock;
        this.agenda = agenda;
        this.shelf = shelf;
        this.vault = vault;
        this.boxes = boxes;
        this.counting = counting;
        this.commands = commands;
        this.invited = invited;
    }

    @Override
    public void tick() {
        oneAtATime.lock();
        try {
            commands.awaitViews();
            var failures = new ArrayList<RuntimeException>();
            each(PulseState.ISSUED, this::open, failures);
            each(PulseState.OPEN, this::close, failures);
            each(PulseState.CLOSED, this::count, failures);
            destroyWhatIsOver();
            if (!failures.isEmpty()) {
                throw failures.getFirst();
            }
        } finally {
            oneAtATime.unlock();
        }
    }

    private void each(PulseState state, Consumer<KnownPulse> step, List<RuntimeException> failures) {
        for (var pulse : agenda.in(state)) {
            try {
                step.accept(pulse);
            } catch (RuntimeException e) {
                failures.add(e);
            }
        }
    }

    @Override
    public void cancel(PulseId pulse, String reason) {
        oneAtATime.lock();
        try {
            agenda.find(pulse).filter(known -> known.count() != null).ifPresent(this::count);
            commands.send(new CancelPulse(pulse, reason));
            destroyWhatIsOver();
        } finally {
            oneAtATime.unlock();
        }
    }

    private void open(KnownPulse pulse) {
        if (!boxes.pulses().contains(pulse.issued().pulse().value())) {
            boxes.prepare(terms(pulse));
        }
        keepEnd(pulse);
        if (!clock.instant().isBefore(pulse.issued().dates().opensAt())) {
            commands.send(new OpenPulse(pulse.issued().pulse(), clock.instant()));
        }
    }

    private void close(KnownPulse pulse) {
        keepEnd(pulse);
        if (!clock.instant().isBefore(pulse.closesAt())) {
            commands.send(new ClosePulse(pulse.issued().pulse(), clock.instant()));
        }
    }

    /** A pulse that was extended is so in its box too. */
    private void keepEnd(KnownPulse pulse) {
        var id = pulse.issued().pulse().value();
        if (!pulse.closesAt().equals(pulse.issued().dates().closesAt())
                && boxes.pulses().contains(id)) {
            boxes.extend(id, pulse.closesAt());
        }
    }

    private void count(KnownPulse pulse) {
        var id = pulse.issued().pulse();
        if (pulse.count() != null) {
            commands.send(new CompleteCount(id));
        } else if (!boxes.pulses().contains(id.value())) {
            commands.send(new CancelPulse(id, LOST));
        } else {
            countBox(pulse);
        }
    }

    private void countBox(KnownPulse pulse) {
        var id = pulse.issued().pulse();
        boxes.close(id.value());
        if (!boxes.ready(id.value())) {
            if (!clock.instant().isBefore(pulse.closesAt().plus(COUNCIL_TIME))) {
                commands.send(new CancelPulse(id, NOT_RETURNED));
            }
        } else if (published(pulse)) {
            commands.send(new CompleteCount(id));
        } else {
            commands.send(new CancelPulse(id, LOST));
        }
    }

    /** Whether the count could be made and is in history; false when nobody can ever make it. */
    private boolean published(KnownPulse pulse) {
        var issued = pulse.issued();
        try {
            var instrument = shelf.find(issued.instrument()).orElseThrow();
            var today = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
            commands.send(counting.count(issued, instrument, today));
            return true;
        } catch (KeyLost e) {
            return false;
        }
    }

    /** Only what history says is over: the release, or the cancellation, is on disk by then. */
    private void destroyWhatIsOver() {
        forgetWhoWasInvited();
        var left = new TreeSet<>(boxes.pulses());
        left.addAll(vault.pulses());
        for (var id : left) {
            var state = agenda.find(new PulseId(id)).map(KnownPulse::state);
            if (state.filter(at -> at == PulseState.COUNTED || at == PulseState.CANCELLED)
                    .isPresent()) {
                boxes.destroy(id);
                vault.destroy(id);
            }
        }
    }

    /** From the close on nobody fetches a ticket, so who did is nobody's business any more. */
    private void forgetWhoWasInvited() {
        for (var pulse : invited.pulses()) {
            if (agenda.find(pulse).filter(Timekeeper::ended).isPresent()) {
                invited.forget(pulse);
            }
        }
    }

    private static boolean ended(KnownPulse pulse) {
        return pulse.state().compareTo(PulseState.CLOSED) >= 0;
    }

    private static BoxTerms terms(KnownPulse pulse) {
        var issued = pulse.issued();
        Map<String, GroupTerms> groups = new HashMap<>();
        issued.groups()
                .forEach(group -> groups.put(
                        group.group().value(),
                        new GroupTerms(group.items(), group.eligible(), ticketKey(issued, group.group()))));
        var keys = PublicKeys.ofBase64(issued.keys().operator(), issued.keys().council());
        return new BoxTerms(
                issued.pulse().value(),
                issued.dates().opensAt(),
                issued.dates().closesAt(),
                groups,
                keys,
                issued.rules().layers() == 2);
    }

    private static @Nullable TicketKey ticketKey(PulseIssued issued, GroupId group) {
        var signer = issued.keys().tickets().get(group);
        return signer == null ? null : TicketKey.ofBase64(signer.key());
    }
}
