package org.groeipuls.api.operator;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.groeipuls.agenda.KnownPulse;
import org.groeipuls.agenda.PulseAgenda;
import org.groeipuls.anonymity.TextKeys;
import org.groeipuls.anonymity.Vault;
import org.groeipuls.api.storage.Commands;
import org.groeipuls.api.storage.StorePlaces;
import org.groeipuls.api.storage.Together;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The clockwork: looks which pulses are due and sends the commands that are. Every step can be repeated, so it may be
 * broken off anywhere and starts again with what is left.
 */
public final class Timekeeper implements Clockwork {
    private static final Logger LOG = LoggerFactory.getLogger(Timekeeper.class);

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
    private final BallotBoxes boxes;
    private final Counting counting;
    private final Commands commands;
    private final Together together;
    private final StorePlaces places;
    private final Remains remains;
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
            Together together,
            StorePlaces places,
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
        this.boxes = boxes;
        this.counting = counting;
        this.commands = commands;
        this.together = together;
        this.places = places;
        this.remains = new Remains(clock, agenda, vault, textKeys, boxes, invited);
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
            boolean ours = attempt(places::require, failures);
            if (ours) {
                attempt(coming::issueDue, failures);
                each(PulseState.ISSUED, this::open, failures);
            }
            each(PulseState.OPEN, this::close, failures);
            if (ours) {
                each(PulseState.CLOSED, this::count, failures);
            }
            attempt(remains::forgetWhoWasInvited, failures);
            if (ours) {
                remains.destroy(step -> attempt(step, failures));
                attempt(remains::endRetention, failures);
            }
            // what holds data of people elsewhere may fail to forget somebody; that is tried again
            attempt(() -> lists.deleteOld(clock.instant().atZone(ZoneOffset.UTC).toLocalDate()), failures);
            attempt(outcomes::state, failures);
            if (!failures.isEmpty()) {
                throw failures.getFirst();
            }
        } finally {
            oneAtATime.unlock();
        }
    }

    @Override
    public void hurry() {
        try {
            tick();
        } catch (RuntimeException failed) {
            LOG.warn(
                    "What is due could not all be done; it is tried again: {}",
                    failed.getClass().getName());
        }
    }

    private void each(PulseState state, Consumer<KnownPulse> step, List<RuntimeException> failures) {
        for (var pulse : agenda.in(state)) {
            attempt(() -> step.accept(pulse), failures);
        }
    }

    /** Whether it was done. */
    private static boolean attempt(Runnable step, List<RuntimeException> failures) {
        try {
            step.run();
            return true;
        } catch (RuntimeException e) {
            failures.add(e);
            return false;
        }
    }

    @Override
    public void cancel(PulseId pulse, String reason) {
        oneAtATime.lock();
        try {
            places.require();
            commands.awaitViews();
            agenda.find(pulse).filter(known -> known.count() != null).ifPresent(this::count);
            commands.send(new CancelPulse(pulse, reason));
            var left = new ArrayList<RuntimeException>(); // the next tick comes back to it, and says so
            attempt(remains::forgetWhoWasInvited, left);
            remains.destroy(step -> attempt(step, left));
        } finally {
            oneAtATime.unlock();
        }
    }

    private void open(KnownPulse pulse) {
        for (var terms : IssuedBoxes.of(pulse.issued())) {
            if (!boxes.holds(terms.pulse())) {
                boxes.prepare(terms);
            }
        }
        keepEnd(pulse);
        if (!clock.instant().isBefore(pulse.issued().dates().opensAt())) {
            commands.send(new OpenPulse(pulse.issued().pulse(), clock.instant()));
        }
    }

    private void close(KnownPulse pulse) {
        if (clock.instant().isBefore(pulse.closesAt())) {
            keepEnd(pulse);
        } else {
            commands.send(new ClosePulse(pulse.issued().pulse(), clock.instant()));
        }
    }

    /** A pulse that was extended is so in its boxes too. */
    private void keepEnd(KnownPulse pulse) {
        if (pulse.closesAt().equals(pulse.issued().dates().closesAt())) {
            return;
        }
        for (var box : IssuedBoxes.idsOf(pulse.issued())) {
            if (boxes.holds(box)) {
                boxes.extend(box, pulse.closesAt());
            }
        }
    }

    private void count(KnownPulse pulse) {
        var id = pulse.issued().pulse();
        if (pulse.count() != null) {
            commands.send(new CompleteCount(id));
        } else if (complete(pulse)) {
            countBoxes(pulse);
        } else {
            cancelAsLost(pulse);
        }
    }

    private boolean complete(KnownPulse pulse) {
        var ids = IssuedBoxes.idsOf(pulse.issued());
        return vault.pulses().containsAll(ids) && ids.stream().allMatch(boxes::holds);
    }

    /** Only what is missing where it belongs is lost, and only when no other node has counted it meanwhile. */
    private void cancelAsLost(KnownPulse pulse) {
        var id = pulse.issued().pulse();
        places.require();
        commands.awaitViews();
        if (agenda.find(id)
                .filter(now -> now.state() == PulseState.CLOSED && now.count() == null)
                .isPresent()) {
            commands.send(new CancelPulse(id, LOST));
        }
    }

    private void countBoxes(KnownPulse pulse) {
        var id = pulse.issued().pulse();
        var ids = IssuedBoxes.idsOf(pulse.issued());
        ids.forEach(boxes::close);
        if (ids.stream().allMatch(boxes::ready)) {
            publish(pulse);
        } else if (!clock.instant().isBefore(pulse.closesAt().plus(COUNCIL_TIME))) {
            commands.send(new CancelPulse(id, NOT_RETURNED));
        }
    }

    /** In one transaction: a pulse that was cancelled meanwhile has no figures, and one that has them is not cancelled. */
    private void publish(KnownPulse pulse) {
        var issued = pulse.issued();
        var instrument = shelf.find(issued.instrument()).orElseThrow();
        var today = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
        var release = counting.count(issued, instrument, validAtTheClose(pulse), today);
        together.send(List.of(release, new CompleteCount(issued.pulse())));
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
}
