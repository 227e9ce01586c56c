package org.groeipuls.pages.hr;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.groeipuls.agenda.KnownPulse;
import org.groeipuls.agenda.PulseAgenda;
import org.groeipuls.api.hr.GroupPeople;
import org.groeipuls.api.mail.MailDesk;
import org.groeipuls.api.operator.Clockwork;
import org.groeipuls.api.storage.Commands;
import org.groeipuls.organisation.OrganisationTable;
import org.groeipuls.pulse.PulseCommand.ExtendPulse;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.refusal.IdNotAllowed;
import org.groeipuls.refusal.Refusal;
import org.groeipuls.shelf.InstrumentShelf;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * The pulses and how far they are. While one is open nothing on these pages depends on whether anybody answers: they are
 * the same bytes whoever did.
 */
@Controller
final class PulsesPage {
    private static final String PATH = "/hr/pulses";
    private static final int LONGEST_REASON = 500;

    private final PulseAgenda agenda;
    private final InstrumentShelf shelf;
    private final OrganisationTable organisation;
    private final MailDesk mails;
    private final GroupPeople people;
    private final Commands commands;
    private final Clockwork clockwork;
    private final InstantSource clock;
    private final Room room;

    PulsesPage(
            PulseAgenda agenda,
            InstrumentShelf shelf,
            OrganisationTable organisation,
            MailDesk mails,
            GroupPeople people,
            Commands commands,
            Clockwork clockwork,
            InstantSource clock,
            Room room) {
        this.agenda = agenda;
        this.shelf = shelf;
        this.organisation = organisation;
        this.mails = mails;
        this.people = people;
        this.commands = commands;
        this.clockwork = clockwork;
        this.clock = clock;
        this.room = room;
    }

    @GetMapping(PATH)
    ResponseEntity<String> all(HttpServletRequest request) {
        var words = room.words(request);
        var pulses = agenda.all().reversed().stream()
                .map(known -> new PulseLine(known, shelf, words))
                .toList();
        return room.page("pulses", PATH, request, Map.of("pulses", pulses));
    }

    @GetMapping(PATH + "/{pulse}")
    ResponseEntity<String> one(@PathVariable("pulse") String pulse, HttpServletRequest request) {
        return find(pulse)
                .map(known -> page(HttpStatus.OK, known, new Sheet(), Map.of(), request))
                .orElseGet(() -> room.notThere(request));
    }

    @PostMapping(PATH + "/{pulse}/cancel")
    ResponseEntity<String> cancel(@PathVariable("pulse") String pulse, HttpServletRequest request) {
        var sheet = Sheet.of(request);
        var fields = new Fields(sheet);
        var reason = fields.needed("reason", "reason-missing");
        if (reason.length() > LONGEST_REASON) {
            fields.fault("reason", "reason-missing");
        }
        if (!fields.ticked("sure")) {
            fields.fault("sure", "not-sure");
        }
        return change(pulse, "cancelled", "reason", sheet, fields, request, known -> {
            clockwork.cancel(known.issued().pulse(), reason);
        });
    }

    @PostMapping(PATH + "/{pulse}/extend")
    ResponseEntity<String> extend(@PathVariable("pulse") String pulse, HttpServletRequest request) {
        var sheet = Sheet.of(request);
        var fields = new Fields(sheet);
        var until = fields.moment("until", "untilAt", room.words(request).zone());
        return change(pulse, "extended", "until", sheet, fields, request, known -> {
            commands.send(new ExtendPulse(known.issued().pulse(), until, clock.instant()));
            clockwork.hurry();
        });
    }

    @PostMapping(PATH + "/{pulse}/mails")
    ResponseEntity<String> mailLinks(@PathVariable("pulse") String pulse, HttpServletRequest request) {
        var sheet = Sheet.of(request);
        return change(pulse, "links-mailed", "mails", sheet, new Fields(sheet), request, known -> {
            var id = known.issued().pulse();
            mails.mailLinks(id, people.of(id));
        });
    }

    private interface Change {
        void of(KnownPulse known);
    }

    /** @param field that is pointed at when it is refused */
    private ResponseEntity<String> change(
            String pulse,
            String said,
            String field,
            Sheet sheet,
            Fields fields,
            HttpServletRequest request,
            Change change) {
        var found = find(pulse);
        if (found.isEmpty()) {
            return room.notThere(request);
        }
        var words = room.words(request);
        if (!fields.readable()) {
            return page(HttpStatus.UNPROCESSABLE_CONTENT, found.get(), sheet, room.why(fields.wrong(), words), request);
        }
        return room.done(
                request,
                PATH + "/" + found.get().issued().pulse().value() + "?said=" + said,
                () -> change.of(found.get()),
                refused -> page(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        found.get(),
                        sheet,
                        Map.of(field, why(refused, request)),
                        request));
    }

    private String why(Refusal refused, HttpServletRequest request) {
        return room.why(refused, room.words(request));
    }

    private ResponseEntity<String> page(
            HttpStatus status, KnownPulse known, Sheet sheet, Map<String, String> wrong, HttpServletRequest request) {
        var words = room.words(request);
        var id = known.issued().pulse();
        var view = PulseView.of(known, shelf, organisation.read(), mails, clock.instant(), words);
        var content = new HashMap<String, Object>();
        content.put("view", view);
        content.put("sheet", sheet);
        content.put("wrong", wrong);
        return room.page(status, "pulse", PATH + "/" + id.value(), request, content);
    }

    private Optional<KnownPulse> find(String pulse) {
        try {
            return agenda.find(new PulseId(pulse));
        } catch (IdNotAllowed notAnId) {
            return Optional.empty();
        }
    }
}
