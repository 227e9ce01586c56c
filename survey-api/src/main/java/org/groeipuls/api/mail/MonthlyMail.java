package org.groeipuls.api.mail;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.groeipuls.api.mail.MonthlyOutbox.Due;
import org.groeipuls.api.mail.Outbox.State;
import org.groeipuls.api.mail.Post.Answer;
import org.groeipuls.api.teamlead.MonthlyQuestion;
import org.groeipuls.roster.People;
import org.groeipuls.roster.Person;
import org.groeipuls.roster.PersonId;
import org.groeipuls.team.TeamId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks leads near the end of a month which learning forms took place, each once on however many nodes, with an address and
 * no code. It follows from the calendar and from who leads what; nothing of pulses comes into it.
 */
final class MonthlyMail {
    private static final Logger LOG = LoggerFactory.getLogger(MonthlyMail.class);
    private static final int MORNING = 8;
    private static final int LONGEST_WAIT = 360;

    private final @Nullable Post post;
    private final MonthlyOutbox outbox;
    private final MonthlyLeads leads;
    private final MonthlyWriter writer;
    private final Refusals refusals;
    private final People people;
    private final Silence silence;
    private final InstantSource clock;

    /** @param post absent when no mail server is configured */
    MonthlyMail(
            @Nullable Post post,
            MonthlyOutbox outbox,
            MonthlyLeads leads,
            MonthlyWriter writer,
            Refusals refusals,
            People people,
            Silence silence,
            InstantSource clock) {
        this.post = post;
        this.outbox = outbox;
        this.leads = leads;
        this.writer = writer;
        this.refusals = refusals;
        this.people = people;
        this.silence = silence;
        this.clock = clock;
    }

    /** A day begins at eight in the morning: nobody gets this at night. */
    private static LocalDate day(Instant now) {
        return LocalDateTime.ofInstant(now, Occasion.ZONE).minusHours(MORNING).toLocalDate();
    }

    /** Writes what is due, and deletes what is over. */
    void write() {
        var today = day(clock.instant());
        outbox.tidy(YearMonth.from(today));
        if (post == null || today.getDayOfMonth() < MonthlyQuestion.FROM_DAY) {
            return;
        }
        var due = MonthlyQuestion.due(today, leads.on(today), outbox.all());
        if (!due.isEmpty()) {
            var known = listed();
            due.stream().filter(asked -> known.containsKey(asked.lead())).forEach(outbox::write);
        }
    }

    private SortedMap<PersonId, Person> listed() {
        var known = new TreeMap<PersonId, Person>();
        people.all().forEach(person -> known.put(person.id(), person));
        return known;
    }

    void handIn() {
        var now = clock.instant();
        var due = outbox.due(YearMonth.from(day(now)), minute(now));
        if (post == null || due.isEmpty() || silence.holds(now)) {
            return;
        }
        try (var round = post.begin()) {
            silence.reached();
            handIn(due, round);
        } catch (Post.Unreachable nobodyThere) {
            silence.missed(now);
            LOG.warn("The mail server cannot be reached ({}); letters wait", nobodyThere.getMessage());
        }
    }

    private void handIn(Iterable<Due> due, Post.Round round) {
        long until = System.nanoTime() + Postman.ROUND.toNanos();
        var known = listed();
        var teams = leads.on(day(clock.instant()));
        var names = leads.names();
        for (var letter : due) {
            var person = known.get(letter.asked().lead());
            var theirs = teams.get(letter.asked().lead());
            if (System.nanoTime() > until) {
                return;
            }
            if (person == null || theirs == null) {
                // leads nothing any more, or the programme asks no more
                outbox.settle(letter, State.FAILED);
            } else if (!handIn(letter, person, letter(letter, person, theirs, names), round)) {
                return;
            }
        }
    }

    private Letter letter(Due due, Person person, SortedSet<TeamId> teams, Map<TeamId, String> names) {
        var named = teams.stream()
                .map(team -> names.getOrDefault(team, team.value()))
                .toList();
        return writer.write(due.asked().month(), teams.first(), named, person.language());
    }

    /** Whether the connection still stands. */
    private boolean handIn(Due due, Person person, Letter letter, Post.Round round) {
        var subject = person.id().subject();
        if (refusals.find(subject, person.address()).isPresent()) {
            outbox.settle(due, State.REFUSED);
            return true;
        }
        if (!outbox.claim(due, minute(clock.instant()) + Silence.minutes(due.attempts(), LONGEST_WAIT))) {
            return true;
        }
        var answer = round.hand(person.address(), letter);
        switch (answer) {
            case Answer.Taken taken -> outbox.settle(due, State.SENT);
            case Answer.Rejected rejected -> outbox.settle(due, State.FAILED);
            case Answer.Refused(Refusing reason) -> {
                refusals.note(subject, person.address(), reason);
                outbox.settle(due, State.REFUSED);
            }
            case Answer.Later later -> {
                return true;
            }
            case Answer.Gone gone -> {
                return false;
            }
        }
        return true;
    }

    private static long minute(Instant now) {
        return now.getEpochSecond() / 60;
    }
}
