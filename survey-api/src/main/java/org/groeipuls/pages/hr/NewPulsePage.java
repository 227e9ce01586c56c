package org.groeipuls.pages.hr;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.groeipuls.agenda.PulseAgenda;
import org.groeipuls.api.hr.IssuingDesk;
import org.groeipuls.api.operator.Clockwork;
import org.groeipuls.organisation.OrganisationTable;
import org.groeipuls.pages.Words;
import org.groeipuls.refusal.Refusal;
import org.groeipuls.shelf.InstrumentShelf;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * A new pulse: one form, then everything that everybody is going to be told, then issuing it. What was typed goes along
 * in the page; nothing is kept before a pulse is issued.
 */
@Controller
final class NewPulsePage {
    private static final String PATH = "/hr/pulses/new";

    private final IssuingDesk desk;
    private final Clockwork clockwork;
    private final PulseAgenda agenda;
    private final OrganisationTable organisation;
    private final InstrumentShelf shelf;
    private final InstantSource clock;
    private final Room room;
    private final boolean demonstration;

    NewPulsePage(
            IssuingDesk desk,
            Clockwork clockwork,
            PulseAgenda agenda,
            OrganisationTable organisation,
            InstrumentShelf shelf,
            InstantSource clock,
            Room room,
            @Value("${groeipuls.demonstration:false}") boolean demonstration) {
        this.desk = desk;
        this.clockwork = clockwork;
        this.agenda = agenda;
        this.organisation = organisation;
        this.shelf = shelf;
        this.clock = clock;
        this.room = room;
        this.demonstration = demonstration;
    }

    @GetMapping(PATH)
    ResponseEntity<String> fresh(HttpServletRequest request) {
        var words = room.words(request);
        var sheet = PulseForm.fresh(agenda, organisation.read(), shelf.all(), clock.instant(), words.zone());
        return form(HttpStatus.OK, sheet, Map.of(), request);
    }

    /** @param step look, issue or change */
    @PostMapping(PATH)
    ResponseEntity<String> next(
            @RequestParam(value = "step", defaultValue = "look") String step, HttpServletRequest request) {
        var sheet = Sheet.of(request);
        if (step.equals("change")) {
            return form(HttpStatus.OK, sheet, Map.of(), request);
        }
        var words = room.words(request);
        var form = PulseForm.read(sheet, words.zone());
        if (!form.wrong().isEmpty()) {
            return form(HttpStatus.UNPROCESSABLE_CONTENT, sheet, room.why(form.wrong(), words), request);
        }
        room.settle();
        if (!step.equals("issue")) {
            return look(sheet, form, words, request);
        }
        return room.done(
                request,
                "/hr/pulses/" + form.pulse().value() + "?said=issued",
                () -> {
                    desk.issue(form.pulse(), form.request());
                    clockwork.hurry();
                },
                refused -> form(HttpStatus.UNPROCESSABLE_CONTENT, sheet, why(refused, words), request));
    }

    private ResponseEntity<String> look(Sheet sheet, PulseForm form, Words words, HttpServletRequest request) {
        try {
            var told = Told.of(desk.draft(form.pulse(), form.request()), shelf, organisation.read(), words);
            var content = new HashMap<String, Object>();
            content.put("sheet", sheet);
            content.put("told", told);
            return room.page("pulse-summary", PATH, request, content);
        } catch (Refusal refused) {
            return form(HttpStatus.UNPROCESSABLE_CONTENT, sheet, why(refused, words), request);
        }
    }

    private Map<String, String> why(Refusal refused, Words words) {
        return Map.of(PulseForm.fieldOf(refused.code()), room.why(refused, words));
    }

    private ResponseEntity<String> form(
            HttpStatus status, Sheet sheet, Map<String, String> wrong, HttpServletRequest request) {
        var words = room.words(request);
        var content = new HashMap<String, Object>();
        content.put("sheet", sheet);
        content.put("wrong", wrong);
        content.put("forms", FormChoice.all(shelf.all(), words));
        content.put("groups", GroupChoice.all(organisation.read()));
        content.put("demonstration", demonstration);
        return room.page(status, "pulse-new", PATH, request, content);
    }
}
