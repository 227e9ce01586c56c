package org.groeipuls.api.mail;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.groeipuls.agenda.KnownPulse;
import org.groeipuls.agenda.PulseAgenda;
import org.groeipuls.api.mail.Outbox.Due;
import org.groeipuls.api.mail.Outbox.State;
import org.groeipuls.api.mail.Post.Answer;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.pulse.TicketMode;
import org.groeipuls.roster.People;
import org.groeipuls.roster.Person;
import org.groeipuls.shelf.InstrumentShelf;
import org.groeipuls.team.GroupId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands letters in at the mail server, each once, by pulse, kind and subject. */
final class Delivery {
    /** After so many tries, about a week, a letter is given up. */
    static final int LAST_TRY = 30;

    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);
    private static final int AT_ONCE = 500;
    private static final int LONGEST_WAIT = 360;

    private final @Nullable Post post;
    private final Outbox outbox;
    private final Refusals refusals;
    private final SealedLinks links;
    private final LetterWriter writer;
    private final PulseAgenda agenda;
    private final InstrumentShelf shelf;
    private final People people;
    private final Silence silence;
    private final InstantSource clock;

    /** @param post absent when no mail server is configured */
    Delivery(
            @Nullable Post post,
            Outbox outbox,
            Refusals refusals,
            SealedLinks links,
            LetterWriter writer,
            PulseAgenda agenda,
            InstrumentShelf shelf,
            People people,
            Silence silence,
            InstantSource clock) {
        this.post = post;
        this.outbox = outbox;
        this.refusals = refusals;
        this.links = links;
        this.writer = writer;
        this.agenda = agenda;
        this.shelf = shelf;
        this.people = people;
        this.silence = silence;
        this.clock = clock;
    }

    boolean on() {
        return post != null;
    }

    /** Whether the mail server could be reached when it was last needed. */
    boolean reachable() {
        return silence.reachable();
    }

    /** The mail server is asked again at once. */
    void hurry() {
        silence.end();
    }

    void handIn() {
        var to = post;
        if (to == null || silence.holds(clock.instant())) {
            return;
        }
        var due = outbox.due(minute(), AT_ONCE);
        if (due.isEmpty()) {
            return;
        }
        try (var round = to.begin()) {
            silence.reached();
            handIn(due, round);
        } catch (Post.Unreachable nobodyThere) {
            silence.missed(clock.instant());
            LOG.warn("The mail server cannot be reached ({}); letters wait", nobodyThere.getMessage());
        }
    }

    private void handIn(Iterable<Due> due, Post.Round round) {
        long until = System.nanoTime() + Postman.ROUND.toNanos();
        Map<String, Person> everybody = new HashMap<>();
        people.all().forEach(person -> everybody.put(person.id().subject(), person));
        Map<PulseId, Optional<KnownPulse>> pulses = new HashMap<>();
        for (var letter : due) {
            var pulse = pulses.computeIfAbsent(letter.pulse(), agenda::find).orElse(null);
            var person = everybody.get(letter.subject());
            if (System.nanoTime() > until) {
                return;
            }
            if (pulse != null && person != null && !handIn(letter, pulse, person, round)) {
                return;
            }
        }
    }

    /** Whether the connection still stands. */
    private boolean handIn(Due due, KnownPulse pulse, Person person, Post.Round round) {
        if (refusals.find(due.subject(), person.address()).isPresent()) {
            outbox.settle(due, State.REFUSED);
            return true;
        }
        var letter = letter(due, pulse, person);
        if (letter.isEmpty()) {
            outbox.settle(due, State.FAILED);
            return true;
        }
        if (!outbox.claim(due, minute() + Silence.minutes(due.attempts(), LONGEST_WAIT))) {
            return true;
        }
        var answer = round.hand(person.address(), letter.get());
        switch (answer) {
            case Answer.Taken taken -> outbox.settle(due, State.SENT);
            case Answer.Rejected rejected -> outbox.settle(due, State.FAILED);
            case Answer.Refused(Refusing reason) -> {
                refusals.note(due.subject(), person.address(), reason);
                outbox.settle(due, State.REFUSED);
            }
            case Answer.Later later -> giveUpIfLast(due);
            case Answer.Gone gone -> giveUpIfLast(due);
        }
        return !(answer instanceof Answer.Gone);
    }

    private void giveUpIfLast(Due due) {
        if (due.attempts() + 1 >= LAST_TRY) {
            outbox.settle(due, State.FAILED);
        }
    }

    /** Empty when it needs a link that nobody can open any more: its key is gone. */
    private Optional<Letter> letter(Due due, KnownPulse pulse, Person person) {
        boolean needsLink = byLink(pulse) && !due.kind().last();
        var sealed = due.link();
        var code = sealed == null || !needsLink
                ? null
                : links.open(due.pulse(), due.subject(), sealed).orElse(null);
        if (needsLink && code == null) {
            return Optional.empty();
        }
        var title = shelf.find(pulse.issued().instrument())
                .orElseThrow()
                .title()
                .in(new LetterWords(person.language()).language());
        return Optional.of(writer.write(pulse, due.kind(), title, new GroupId(due.group()), person.language(), code));
    }

    private static boolean byLink(KnownPulse pulse) {
        return pulse.issued().rules().tickets() == TicketMode.LINK;
    }

    private long minute() {
        return clock.instant().getEpochSecond() / 60;
    }
}
