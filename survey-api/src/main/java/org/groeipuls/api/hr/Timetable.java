package org.groeipuls.api.hr;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.groeipuls.agenda.PulseAgenda;
import org.groeipuls.api.hr.Occurrence.Stage;
import org.groeipuls.api.hr.Occurrence.Words;
import org.groeipuls.api.mail.MailDesk;
import org.groeipuls.calendar.KnownProgramme;
import org.groeipuls.calendar.KnownProgramme.Past;
import org.groeipuls.calendar.Outlook;
import org.groeipuls.organisation.Organisation.KnownTeam;
import org.groeipuls.organisation.OrganisationTable;
import org.groeipuls.programme.Definition;
import org.groeipuls.programme.Planned;
import org.groeipuls.programme.Reason;
import org.groeipuls.pulse.AskedGroup;
import org.groeipuls.pulse.PulseDates;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.pulse.TicketMode;
import org.groeipuls.shelf.InstrumentShelf;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** What became of the days of a programme, and what comes of it in the twelve months to come. */
final class Timetable {
    private final Outlook outlook;
    private final PulseAgenda agenda;
    private final OrganisationTable organisation;
    private final InstrumentShelf shelf;
    private final MailDesk mails;
    private final InstantSource clock;
    private final MessageSource texts;

    Timetable(
            Outlook outlook,
            PulseAgenda agenda,
            OrganisationTable organisation,
            InstrumentShelf shelf,
            MailDesk mails,
            InstantSource clock,
            MessageSource texts) {
        this.outlook = outlook;
        this.agenda = agenda;
        this.organisation = organisation;
        this.shelf = shelf;
        this.mails = mails;
        this.clock = clock;
        this.texts = texts;
    }

    List<Occurrence> of(KnownProgramme known, Locale language) {
        List<Occurrence> all = new ArrayList<>();
        known.past().forEach(day -> all.add(past(known, day, language)));
        var today = LocalDate.ofInstant(
                clock.instant(), known.definition().cadence().zone());
        outlook.coming(known, today.plusYears(1)).forEach(day -> all.add(coming(known, day, language)));
        return List.copyOf(all);
    }

    /** A reason in somebody's language. */
    Words words(Reason reason, Locale language) {
        var said = texts.getMessage("detail." + reason.code(), null, reason.detail(), language);
        return new Words(reason.code(), said == null ? reason.detail() : said);
    }

    private Occurrence past(KnownProgramme known, Past day, Locale language) {
        var pulse = day.pulse();
        if (pulse == null) {
            return skipped(day.day(), known.id().pulseOf(day.day()), day.skipped(), language);
        }
        var issued = agenda.find(pulse).orElseThrow();
        var dates = issued.issued().dates();
        return new Occurrence(
                day.day(),
                pulse,
                Stage.ISSUED,
                issued.state(),
                sorted(issued.issued().groups().stream().map(AskedGroup::form).toList()),
                dates.ticketsFrom(),
                dates.opensAt(),
                issued.closesAt(),
                mails.reminders(issued),
                known.definition().cadence().resultsOn(issued.closesAt()),
                day.leadersAsked(),
                null);
    }

    private Occurrence coming(KnownProgramme known, Planned day, Locale language) {
        var dates = day.dates();
        if (dates == null) {
            return skipped(day.day(), day.pulse(), day.skipped(), language);
        }
        return new Occurrence(
                day.day(),
                day.pulse(),
                Stage.PLANNED,
                null,
                forms(known, day),
                dates.ticketsFrom(),
                dates.opensAt(),
                dates.closesAt(),
                reminders(known.definition(), day.day(), dates),
                known.definition().cadence().resultsOn(dates.closesAt()),
                day.turn().leadersAsked(),
                null);
    }

    private Occurrence skipped(LocalDate day, PulseId pulse, @Nullable Reason reason, Locale language) {
        return new Occurrence(
                day,
                pulse,
                Stage.SKIPPED,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                reason == null ? null : words(reason, language));
    }

    /** As far as it is known before: whether personal links are mailed is said of each pulse. */
    private @Nullable List<Instant> reminders(Definition definition, LocalDate day, PulseDates dates) {
        return definition.rules().tickets() == TicketMode.LINK
                ? null
                : mails.reminders(definition.reminders(day, dates.closesAt()), dates);
    }

    /** By the units of today's teams; a group of teams of several units stands in one above them. */
    private List<String> forms(KnownProgramme known, Planned day) {
        var definition = known.definition();
        var instrument = shelf.find(definition.instrument());
        return instrument
                .map(from -> sorted(organisation.read().teams().stream()
                        .map(KnownTeam::unit)
                        .distinct()
                        .map(unit -> definition.form(
                                day.turn(), from, unit, day.day().getYear()))
                        .toList()))
                .orElse(List.of());
    }

    private static List<String> sorted(Collection<String> forms) {
        return forms.stream().distinct().sorted().toList();
    }
}
