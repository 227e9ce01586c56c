package org.groeipuls.api.hr;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.groeipuls.agenda.PulseAgenda;
import org.groeipuls.api.mail.MailPlans;
import org.groeipuls.api.operator.ComingPulses;
import org.groeipuls.api.storage.Commands;
import org.groeipuls.calendar.KnownProgramme;
import org.groeipuls.calendar.KnownProgramme.HeldUp;
import org.groeipuls.calendar.Outlook;
import org.groeipuls.calendar.Programmes;
import org.groeipuls.organisation.OrganisationTable;
import org.groeipuls.programme.Definition;
import org.groeipuls.programme.Planned;
import org.groeipuls.programme.ProgrammeCommand.HoldUpOccurrence;
import org.groeipuls.programme.ProgrammeCommand.NoteIssued;
import org.groeipuls.programme.ProgrammeCommand.SkipOccurrence;
import org.groeipuls.programme.ProgrammeId;
import org.groeipuls.programme.Reason;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.refusal.Refusal;
import org.groeipuls.team.GroupId;
import org.jspecify.annotations.Nullable;

/**
 * Issues the pulses of programmes ahead of time. The pulse of a day has always the same id, so several clerks, or one
 * that was broken off, issue it once; a pulse that is there already, whoever issued it, is that day's pulse.
 */
final class ProgrammeClerk implements ComingPulses {
    /** What was refused is looked at again when history has grown, and anyway after this time. */
    private static final Duration AGAIN = Duration.ofHours(1);

    /** A pulse is issued at most 90 days before it opens, and how long it is open depends on the next one. */
    private static final int DAYS_AHEAD = 200;

    private final Programmes programmes;
    private final Outlook outlook;
    private final IssuingDesk desk;
    private final PulseAgenda agenda;
    private final OrganisationTable organisation;
    private final MailPlans mails;
    private final Commands commands;
    private final InstantSource clock;
    private final Map<PulseId, Attempt> refused = new HashMap<>();

    /** @param head how far history was after the refusal */
    private record Attempt(long head, Instant at) {}

    ProgrammeClerk(
            Programmes programmes,
            Outlook outlook,
            IssuingDesk desk,
            PulseAgenda agenda,
            OrganisationTable organisation,
            MailPlans mails,
            Commands commands,
            InstantSource clock) {
        this.programmes = programmes;
        this.outlook = outlook;
        this.desk = desk;
        this.agenda = agenda;
        this.organisation = organisation;
        this.mails = mails;
        this.commands = commands;
        this.clock = clock;
    }

    @Override
    public synchronized void issueDue() {
        commands.awaitViews();
        var failures = new ArrayList<RuntimeException>();
        for (var known : programmes.all()) {
            try {
                while (dealsWithNext(known.id())) {
                    // one day after the other, each from what history says then
                }
            } catch (RuntimeException e) {
                failures.add(e);
            }
        }
        if (!failures.isEmpty()) {
            throw failures.getFirst();
        }
    }

    /** Whether there may be another day to deal with. */
    private boolean dealsWithNext(ProgrammeId id) {
        var known = programmes.find(id).orElseThrow();
        var cadence = known.definition().cadence();
        var now = clock.instant();
        var coming =
                outlook.coming(known, LocalDate.ofInstant(now, cadence.zone()).plusDays(DAYS_AHEAD));
        if (coming.isEmpty() || now.isBefore(cadence.issueFrom(coming.getFirst().day()))) {
            return false;
        }
        var next = coming.getFirst();
        var reason = reasonToSkip(known, next, now);
        var there = agenda.find(next.pulse()).orElse(null);
        if (there != null) {
            // so that a clerk that was broken off after issuing it has said so too; what HR issued otherwise is HR's
            if (there.issued().dates().equals(next.dates())) {
                suggestReminders(known.definition(), next);
            }
            return commands.send(new NoteIssued(id, next.day(), next.pulse(), next.turn()));
        }
        if (reason != null) {
            refused.remove(next.pulse());
            return commands.send(new SkipOccurrence(id, next.day(), reason));
        }
        return issues(known, next, now) && commands.send(new NoteIssued(id, next.day(), next.pulse(), next.turn()));
    }

    private static @Nullable Reason reasonToSkip(KnownProgramme known, Planned next, Instant now) {
        if (next.skipped() != null) {
            return next.skipped();
        }
        if (now.isBefore(known.definition().cadence().ticketsFrom(next.day()))) {
            return null;
        }
        var heldUp = known.heldUp();
        return heldUp != null && heldUp.day().equals(next.day()) ? heldUp.reason() : Reason.MISSED;
    }

    /** Whether the pulse is issued; else the programme says why not. */
    private boolean issues(KnownProgramme known, Planned next, Instant now) {
        var request = request(known.definition(), next);
        try {
            desk.councilKey(next.pulse(), request);
        } catch (Refusal e) {
            holdUp(known, next, e);
            return false;
        }
        var last = refused.get(next.pulse());
        if (last != null
                && last.head() == commands.awaitViews()
                && now.isBefore(last.at().plus(AGAIN))) {
            return false;
        }
        try {
            issue(known.definition(), next, request);
            suggestReminders(known.definition(), next);
            refused.remove(next.pulse());
            return true;
        } catch (Refusal e) {
            holdUp(known, next, e);
            refused.put(next.pulse(), new Attempt(commands.awaitViews(), now));
            return false;
        }
    }

    private void suggestReminders(Definition definition, Planned next) {
        var dates = Objects.requireNonNull(next.dates());
        var reminders = definition.reminders(next.day(), dates.closesAt());
        if (reminders != null) {
            mails.suggest(next.pulse(), reminders);
        }
    }

    private void issue(Definition definition, Planned next, PulseRequest request) {
        var instrument = desk.instrument(definition.instrument());
        int year = next.day().getYear();
        Forms forms = (group, unit) -> definition.form(next.turn(), instrument, unit, year);
        desk.issue(
                next.pulse(), request, instrument, forms, definition.cadence().zone());
    }

    private void holdUp(KnownProgramme known, Planned next, Refusal refusal) {
        var reason = new Reason(refusal.code(), String.valueOf(refusal.getMessage()));
        if (!new HeldUp(next.day(), reason).equals(known.heldUp())) {
            commands.send(new HoldUpOccurrence(known.id(), next.day(), reason));
        }
    }

    private PulseRequest request(Definition definition, Planned next) {
        var rules = definition.rules();
        var dates = Objects.requireNonNull(next.dates());
        return new PulseRequest(
                definition.instrument(),
                Forms.ROTATE,
                asked(definition),
                dates.ticketsFrom(),
                dates.opensAt(),
                dates.closesAt(),
                rules.minimumGroup(),
                rules.disclosure(),
                rules.spreadMinimum(),
                rules.tickets(),
                rules.layers(),
                definition.agreement(),
                definition.openText(),
                definition.textRetentionDays(),
                definition.leads());
    }

    /** A team or group with nobody in it, such as one that was given up, is not asked when all are. */
    private List<GroupId> asked(Definition definition) {
        var named = definition.groups();
        if (named != null) {
            return named;
        }
        var now = organisation.read();
        return now.teams().stream()
                .flatMap(team -> now.groupOf(team.team()).stream())
                .filter(group -> now.eligible(group.teams()) > 0)
                .map(group -> group.group())
                .distinct()
                .sorted()
                .toList();
    }
}
