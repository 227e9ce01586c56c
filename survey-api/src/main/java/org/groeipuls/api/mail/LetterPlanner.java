package org.groeipuls.api.mail;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.groeipuls.agenda.KnownPulse;
import org.groeipuls.agenda.PulseAgenda;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.pulse.PulseState;
import org.groeipuls.pulse.TicketMode;
import org.groeipuls.roster.Invitations;

/**
 * Says which letters are to go out. It looks at what was frozen about a pulse, at its state and at the clock; boxes and
 * tickets are out of its reach, so nothing that anybody did can change what it says.
 */
final class LetterPlanner {
    /** How long after its end people are told how a pulse ended, when the mail server takes nothing. */
    static final Duration PATIENCE = Duration.ofDays(30);

    private final boolean on;
    private final PulseAgenda agenda;
    private final Invitations invitations;
    private final Outbox outbox;
    private final MailPlans plans;
    private final LinkWays ways;
    private final SealedLinks links;
    private final InstantSource clock;

    LetterPlanner(
            boolean on,
            PulseAgenda agenda,
            Invitations invitations,
            Outbox outbox,
            MailPlans plans,
            LinkWays ways,
            SealedLinks links,
            InstantSource clock) {
        this.on = on;
        this.agenda = agenda;
        this.invitations = invitations;
        this.outbox = outbox;
        this.plans = plans;
        this.ways = ways;
        this.links = links;
        this.clock = clock;
    }

    /** Writes what is due; a pulse that fails holds up no other. */
    void write() {
        if (!on) {
            return;
        }
        var running = new ArrayList<>(agenda.in(PulseState.ISSUED));
        running.addAll(agenda.in(PulseState.OPEN));
        each(running, this::writeOfRunning);
        each(outbox.pulses().stream().flatMap(id -> agenda.find(id).stream()).toList(), this::writeOfEnded);
    }

    private static void each(List<KnownPulse> pulses, Consumer<KnownPulse> step) {
        var failures = new ArrayList<RuntimeException>();
        for (var pulse : pulses) {
            try {
                step.accept(pulse);
            } catch (RuntimeException failed) {
                failures.add(failed);
            }
        }
        if (!failures.isEmpty()) {
            throw failures.getFirst();
        }
    }

    /** Letters are written whether or not all links could be sealed; those without theirs wait for it. */
    private void writeOfRunning(KnownPulse pulse) {
        try {
            links.seal(pulse.issued().pulse());
        } finally {
            writeWhatIsDue(pulse);
        }
    }

    private void writeWhatIsDue(KnownPulse pulse) {
        var id = pulse.issued().pulse();
        var now = clock.instant();
        if (!now.isBefore(pulse.closesAt())) {
            return;
        }
        var due = Occasion.of(pulse, plans.reminders(id)).stream()
                .filter(occasion -> !now.isBefore(occasion.due()))
                .map(Occasion::kind)
                .toList();
        if (due.isEmpty()) {
            return;
        }
        address(pulse);
        if (!outbox.pulses().contains(id)) {
            return;
        }
        var written = outbox.kinds(id);
        // of what was missed only the last is made: it says all that the earlier ones did
        var last = due.getLast();
        if (written.stream().noneMatch(kind -> kind.inSequence() && kind.compareTo(last) >= 0)) {
            outbox.write(id, last);
        }
        if (extended(pulse) && !written.contains(LetterKind.EXTENDED) && !written.isEmpty()) {
            outbox.write(id, LetterKind.EXTENDED);
        }
    }

    private static boolean extended(KnownPulse pulse) {
        return !pulse.closesAt().equals(pulse.issued().dates().closesAt());
    }

    /** With blind tickets those whom the roster froze; with links those whose links were sealed stand there already. */
    private void address(KnownPulse pulse) {
        var id = pulse.issued().pulse();
        if (pulse.issued().rules().tickets() == TicketMode.LINK
                || outbox.pulses().contains(id)) {
            return;
        }
        SortedMap<String, String> people = new TreeMap<>();
        invitations
                .read(id)
                .ifPresent(invited -> invited.groups()
                        .forEach((group, members) ->
                                members.forEach(person -> people.put(person.subject(), group.value()))));
        outbox.address(id, people);
    }

    /** Whoever was written to hears how it ended. */
    private void writeOfEnded(KnownPulse pulse) {
        var id = pulse.issued().pulse();
        var now = clock.instant();
        var count = pulse.count();
        if (pulse.state() == PulseState.CANCELLED) {
            if (told(pulse) && !outbox.kinds(id).contains(LetterKind.CANCELLED)) {
                outbox.write(id, LetterKind.CANCELLED);
            }
        } else if (pulse.state() == PulseState.COUNTED
                && count != null
                && !now.isBefore(Occasion.results(count.countedOn()))
                && !outbox.kinds(id).contains(LetterKind.RESULTS)) {
            outbox.write(id, LetterKind.RESULTS);
        }
    }

    private boolean told(KnownPulse pulse) {
        return Occasion.of(pulse, List.of()).stream()
                .map(Occasion::due)
                .anyMatch(due -> !clock.instant().isBefore(due));
    }

    /** Deletes what is not needed any more, first of all the keys of links. */
    void tidy() {
        var known = new TreeSet<>(outbox.pulses());
        known.addAll(plans.pulses());
        known.addAll(ways.pulses());
        links.pulses().forEach(id -> known.add(new PulseId(id)));
        if (known.isEmpty()) {
            return;
        }
        outbox.forgetTheErased();
        for (var id : known) {
            // while the views are made anew a pulse may be missing; then it waits
            agenda.find(id)
                    .filter(pulse -> pulse.state().compareTo(PulseState.CLOSED) >= 0)
                    .ifPresent(this::tidy);
        }
    }

    private void tidy(KnownPulse pulse) {
        var id = pulse.issued().pulse();
        if (links.pulses().contains(id.value())) {
            links.destroy(id);
        }
        plans.forget(id);
        ways.forget(id);
        if (over(pulse)) {
            outbox.forget(id);
        } else {
            outbox.end(id);
        }
    }

    /** Whether everybody was told how it ended, as far as that can be done. */
    private boolean over(KnownPulse pulse) {
        if (pulse.state() == PulseState.CLOSED) {
            return false;
        }
        var last = pulse.state() == PulseState.CANCELLED ? LetterKind.CANCELLED : LetterKind.RESULTS;
        var mine = outbox.tallies().stream()
                .filter(tally -> tally.pulse().equals(pulse.issued().pulse()) && tally.kind() == last)
                .map(Outbox.Tally::state)
                .toList();
        Instant end = pulse.closesAt().plus(PATIENCE);
        boolean written = !mine.isEmpty();
        boolean never = !on || pulse.state() == PulseState.CANCELLED && !written;
        return never
                || written && !mine.contains(Outbox.State.WAITING)
                || clock.instant().isAfter(end);
    }
}
