package org.groeipuls.api.operator;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.groeipuls.agenda.KnownPulse;
import org.groeipuls.agenda.PulseAgenda;
import org.groeipuls.anonymity.KeyLost;
import org.groeipuls.anonymity.TextBox;
import org.groeipuls.anonymity.TextKeys;
import org.groeipuls.anonymity.Vault;
import org.groeipuls.api.storage.Commands;
import org.groeipuls.ballot.BallotBoxes;
import org.groeipuls.constants.CalibrationRegister;
import org.groeipuls.pulse.PulseCommand.CancelPulse;
import org.groeipuls.pulse.PulseCommand.ClosePulse;
import org.groeipuls.pulse.PulseCommand.CompleteCount;
import org.groeipuls.pulse.PulseCommand.OpenPulse;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.pulse.PulseState;
import org.groeipuls.release.Counting;
import org.groeipuls.roster.InvitedPulses;
import org.groeipuls.roster.KeptLists;
import org.groeipuls.scoring.Calibration;
import org.groeipuls.shelf.InstrumentShelf;

/**
 * The clockwork: looks which pulses are due and sends the commands that are. Every step can be repeated, so it may be
 * broken off anywhere and starts again with what is left.
 */
public final class Timekeeper implements Clockwork {
    /** How long the works council has, from the close, to give its batch back. */
    static final Duration COUNCIL_TIME = Duration.ofDays(14);

    static final String NOT_RETURNED =
            "The works council did not take off its layer within 14 days; the answers cannot be read and are destroyed";
    static final String LOST =
            "The keys or the box of this pulse are lost; its answers cannot be read by anybody and are destroyed";

    private final InstantSource clock;
    private final PulseAgenda agenda;
    private final InstrumentShelf shelf;
    private final CalibrationRegister calibrations;
    private final Vault vault;
    private final TextKeys textKeys;
    private final BallotBoxes boxes;
    private final Counting counting;
    private final Commands commands;
    private final InvitedPulses invited;
    private final KeptLists lists;
    private final OutcomeClerk outcomes;
    private final List<Runnable> first;
    private final ComingPulses coming;
    private final ReentrantLock oneAtATime = new ReentrantLock();

    /** @param first what else is due by the clock, and is done before pulses are looked at; each may be repeated */
    public Timekeeper(
            InstantSource clock,
            PulseAgenda agenda,
            InstrumentShelf shelf,
            CalibrationRegister calibrations,
            Vault vault,
            TextKeys textKeys,
            BallotBoxes boxes,
            Counting counting,
            Commands commands,
            InvitedPulses invited,
            KeptLists lists,
            OutcomeClerk outcomes,
            List<Runnable> first,
            ComingPulses coming) {
        this.clock = clock;
        this.agenda = agenda;
        this.shelf = shelf;
        this.calibrations = calibrations;
        this.vault = vault;
        this.textKeys = textKeys;
        this.boxes = boxes;
        this.counting = counting;
        this.commands = commands;
        this.invited = invited;
        this.lists = lists;
        this.outcomes = outcomes;
        this.first = List.copyOf(first);
        this.coming = coming;
    }

    @Override
    public void tick() {
        oneAtATime.lock();
        try {
            commands.awaitViews();
            var failures = new ArrayList<RuntimeException>();
            first.forEach(step -> attempt(step, failures));
            commands.awaitViews();
            attempt(coming::issueDue, failures);
            each(PulseState.ISSUED, this::open, failures);
            each(PulseState.OPEN, this::close, failures);
            each(PulseState.CLOSED, this::count, failures);
            destroyWhatIsOver();
            endRetention();
            deleteOldLists(failures);
            outcomes.state();
            if (!failures.isEmpty()) {
                throw failures.getFirst();
            }
        } finally {
            oneAtATime.unlock();
        }
    }

    private void each(PulseState state, Consumer<KnownPulse> step, List<RuntimeException> failures) {
        for (var pulse : agenda.in(state)) {
            attempt(() -> step.accept(pulse), failures);
        }
    }

    private static void attempt(Runnable step, List<RuntimeException> failures) {
        try {
            step.run();
        } catch (RuntimeException e) {
            failures.add(e);
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
        for (var terms : IssuedBoxes.of(pulse.issued())) {
            if (!boxes.pulses().contains(terms.pulse())) {
                boxes.prepare(terms);
            }
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

    /** A pulse that was extended is so in its boxes too. */
    private void keepEnd(KnownPulse pulse) {
        if (pulse.closesAt().equals(pulse.issued().dates().closesAt())) {
            return;
        }
        for (var box : IssuedBoxes.idsOf(pulse.issued())) {
            if (boxes.pulses().contains(box)) {
                boxes.extend(box, pulse.closesAt());
            }
        }
    }

    private void count(KnownPulse pulse) {
        var id = pulse.issued().pulse();
        if (pulse.count() != null) {
            commands.send(new CompleteCount(id));
        } else if (!boxes.pulses().containsAll(IssuedBoxes.idsOf(pulse.issued()))) {
            commands.send(new CancelPulse(id, LOST));
        } else {
            countBoxes(pulse);
        }
    }

    private void countBoxes(KnownPulse pulse) {
        var id = pulse.issued().pulse();
        var ids = IssuedBoxes.idsOf(pulse.issued());
        ids.forEach(boxes::close);
        if (!ids.stream().allMatch(boxes::ready)) {
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
            commands.send(counting.count(issued, instrument, validAtTheClose(pulse), today));
            return true;
        } catch (KeyLost e) {
            return false;
        }
    }

    /**
     * The constants of the day on which the pulse closed, whenever it is counted. While the views are made anew they could
     * be missing; then the pulse is not closed in them either, and waits for the next time.
     */
    private Calibration validAtTheClose(KnownPulse pulse) {
        var valid = calibrations.validOn(LocalDate.ofInstant(pulse.closesAt(), ZoneOffset.UTC));
        var now = agenda.find(pulse.issued().pulse());
        if (now.filter(known -> known.state() == PulseState.CLOSED).isEmpty()) {
            throw new IllegalStateException("The views are being made anew");
        }
        return valid;
    }

    /** Only what history says is over: the release, or the cancellation, is on disk by then. */
    private void destroyWhatIsOver() {
        forgetWhoWasInvited();
        var left = new TreeSet<>(boxes.pulses());
        left.addAll(vault.pulses());
        for (var id : left) {
            var pulse = new PulseId(TextBox.pulse(id).orElse(id));
            var state = agenda.find(pulse).map(KnownPulse::state);
            if (state.filter(at -> at == PulseState.COUNTED || at == PulseState.CANCELLED)
                    .isPresent()) {
                boxes.destroy(id);
                vault.destroy(id);
            }
        }
    }

    /** From the day on that was announced nobody can read what people wrote, in no copy of history. */
    private void endRetention() {
        var today = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
        for (var id : textKeys.pulses()) {
            agenda.find(new PulseId(id))
                    .filter(pulse -> pulse.state() == PulseState.CANCELLED || retentionEnded(pulse, today))
                    .ifPresent(pulse -> textKeys.destroy(id));
        }
    }

    private static boolean retentionEnded(KnownPulse pulse, LocalDate today) {
        var count = pulse.count();
        var openText = pulse.issued().openText();
        return count != null
                && openText != null
                && !today.isBefore(count.countedOn().plusDays(openText.retentionDays()));
    }

    /** What holds data of people elsewhere may fail to forget somebody; that holds up nothing and is tried again. */
    private void deleteOldLists(List<RuntimeException> failures) {
        try {
            lists.deleteOld(clock.instant().atZone(ZoneOffset.UTC).toLocalDate());
        } catch (RuntimeException e) {
            failures.add(e);
        }
    }

    /** From the close on nobody fetches a ticket, so who did is nobody's business any more. */
    private void forgetWhoWasInvited() {
        for (var pulse : invited.pulses()) {
            var state = agenda.find(pulse).map(KnownPulse::state);
            if (state.filter(at -> at == PulseState.CANCELLED).isPresent()) {
                invited.forget(pulse);
            } else if (state.filter(at -> at.compareTo(PulseState.CLOSED) >= 0).isPresent()) {
                invited.close(pulse);
            }
        }
    }
}
