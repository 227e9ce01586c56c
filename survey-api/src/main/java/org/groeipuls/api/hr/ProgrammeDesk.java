package org.groeipuls.api.hr;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.groeipuls.api.operator.Clockwork;
import org.groeipuls.api.operator.ComingPulses;
import org.groeipuls.api.problem.NotFound;
import org.groeipuls.api.storage.Commands;
import org.groeipuls.calendar.KnownProgramme;
import org.groeipuls.calendar.Outlook;
import org.groeipuls.calendar.Programmes;
import org.groeipuls.instrument.Form.Audience;
import org.groeipuls.instrument.Instrument;
import org.groeipuls.programme.Cadence;
import org.groeipuls.programme.Definition;
import org.groeipuls.programme.ProgrammeCommand.DefineProgramme;
import org.groeipuls.programme.ProgrammeId;
import org.groeipuls.programme.ProgrammeNotDefinable;
import org.springframework.beans.factory.annotation.Value;

/** Where series of pulses are defined and changed, and where it is read what became and what comes of them. */
public final class ProgrammeDesk {
    private static final int YEARS_AHEAD = 10;

    private final Programmes programmes;
    private final Outlook outlook;
    private final Timetable timetable;
    private final CalendarFile calendar;
    private final IssuingDesk desk;
    private final Commands commands;
    private final ComingPulses coming;
    private final Clockwork clockwork;
    private final InstantSource clock;
    private final boolean demonstration;

    ProgrammeDesk(
            Programmes programmes,
            Outlook outlook,
            Timetable timetable,
            CalendarFile calendar,
            IssuingDesk desk,
            Commands commands,
            ComingPulses coming,
            Clockwork clockwork,
            InstantSource clock,
            @Value("${groeipuls.demonstration:false}") boolean demonstration) {
        this.programmes = programmes;
        this.outlook = outlook;
        this.timetable = timetable;
        this.calendar = calendar;
        this.desk = desk;
        this.commands = commands;
        this.coming = coming;
        this.clockwork = clockwork;
        this.clock = clock;
        this.demonstration = demonstration;
    }

    /** All of them; there are a few. */
    public List<ProgrammeView> all(Locale language) {
        return programmes.all().stream().map(known -> view(known, language)).toList();
    }

    /** @throws NotFound when there is no such programme */
    public ProgrammeView read(ProgrammeId programme, Locale language) {
        return view(known(programme), language);
    }

    /**
     * Defines a programme, or changes it from its next pulse on.
     *
     * @throws org.groeipuls.refusal.Refusal when a rule says no
     * @return whether it is new
     */
    public boolean define(ProgrammeId programme, ProgrammeRequest request) {
        coming.issueDue(); // what is due by what was agreed so far
        boolean isNew = programmes.find(programme).isEmpty();
        var instrument = desk.instrument(request.instrument());
        var definition = request.definition(instrument);
        formsExist(definition, instrument);
        commands.send(new DefineProgramme(
                programme, definition, daysOf(definition.cadence()), demonstration, clock.instant()));
        clockwork.hurry();
        return isNew;
    }

    private static void formsExist(Definition definition, Instrument instrument) {
        Stream.concat(definition.cycle().stream(), Optional.ofNullable(definition.yearly()).stream())
                .filter(name -> instrument.forms().stream()
                        .noneMatch(form -> form.name().equals(name) && form.audience() == Audience.GROUP))
                .findFirst()
                .ifPresent(name -> {
                    throw new ProgrammeNotDefinable(
                            "form-unknown", "Instrument " + instrument.key() + " has no form " + name + " for groups");
                });
    }

    private List<LocalDate> daysOf(Cadence cadence) {
        return outlook.days(cadence, cadence.startsOn().plusYears(YEARS_AHEAD));
    }

    /**
     * The programme as a calendar file (RFC 5545).
     *
     * @throws NotFound when there is no such programme
     */
    public String calendar(ProgrammeId programme, Locale language) {
        var known = known(programme);
        return calendar.of(known, timetable.of(known, language), language);
    }

    private KnownProgramme known(ProgrammeId programme) {
        return programmes.find(programme).orElseThrow(NotFound::new);
    }

    private ProgrammeView view(KnownProgramme known, Locale language) {
        var definition = known.definition();
        var heldUp = known.heldUp();
        var words = heldUp == null ? null : timetable.words(heldUp.reason(), language);
        return new ProgrammeView(
                known.id(),
                definition.ended() ? ProgrammeRequest.Stage.ENDED : ProgrammeRequest.Stage.ACTIVE,
                definition.name(),
                definition.instrument(),
                definition.cadence(),
                definition.cycle(),
                definition.yearly(),
                definition.groups(),
                definition.leads(),
                definition.rules(),
                definition.openText(),
                definition.textRetentionDays(),
                definition.agreement(),
                definition.mailing(),
                heldUp == null || words == null || definition.ended()
                        ? null
                        : new ProgrammeView.Waiting(heldUp.day(), words.code(), words.detail()),
                timetable.of(known, language));
    }
}
