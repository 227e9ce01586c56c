package org.groeipuls.pages.hr;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import org.groeipuls.api.hr.OrganisationDesk;
import org.groeipuls.api.hr.ReorganisationDesk;
import org.groeipuls.organisation.Reorganisations;
import org.groeipuls.organisation.Reorganisations.State;
import org.groeipuls.pages.Words;
import org.groeipuls.refusal.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Reorganisations: a form for each kind, then what it would bring in plain words, then doing it or putting it down for its
 * day. What was typed goes along in the page; nothing is kept before it is confirmed.
 */
@Controller
final class ReorganisationPage {
    private static final String PATH = "/hr/organisation/changes";

    private final ReorganisationDesk desk;
    private final Reorganisations changes;
    private final OrganisationDesk organisation;
    private final Room room;

    ReorganisationPage(ReorganisationDesk desk, Reorganisations changes, OrganisationDesk organisation, Room room) {
        this.desk = desk;
        this.changes = changes;
        this.organisation = organisation;
        this.room = room;
    }

    /** @param kind of which the form is shown */
    @GetMapping(PATH)
    ResponseEntity<String> show(
            @RequestParam(value = "kind", defaultValue = "") String kind, HttpServletRequest request) {
        var known = ReorganisationForm.KINDS.contains(kind) ? kind : "";
        return form(HttpStatus.OK, ReorganisationForm.fresh(known, desk.today()), Map.of(), request);
    }

    /** @param step more (another row), edit, look or confirm */
    @PostMapping(PATH)
    ResponseEntity<String> next(
            @RequestParam(value = "step", defaultValue = "look") String step, HttpServletRequest request) {
        var sheet = Sheet.of(request);
        if (!ReorganisationForm.KINDS.contains(sheet.one("kind"))) {
            return room.to(request, PATH);
        }
        if (step.equals("more") || step.equals("edit")) {
            int rows = ReorganisationForm.rows(sheet) + (step.equals("more") ? 1 : 0);
            return form(HttpStatus.OK, sheet.with("rows", String.valueOf(rows)), Map.of(), request);
        }
        room.settle();
        if (step.equals("confirm") && known(sheet.one("id"))) {
            return done(sheet, request); // sent twice
        }
        var form = ReorganisationForm.read(sheet, organisation.read(), desk.today());
        var words = room.words(request);
        if (!form.wrong().isEmpty()) {
            return form(HttpStatus.UNPROCESSABLE_CONTENT, sheet, room.why(form.wrong(), words), request);
        }
        try {
            return step.equals("confirm") ? confirm(sheet, form, words, request) : look(sheet, form, "", request);
        } catch (Refusal refused) {
            var field = ReorganisationForm.fieldOf(refused.code(), sheet.one("kind"));
            return form(HttpStatus.UNPROCESSABLE_CONTENT, sheet, Map.of(field, room.why(refused, words)), request);
        }
    }

    private ResponseEntity<String> look(
            Sheet sheet, ReorganisationForm form, String caution, HttpServletRequest request) {
        var words = room.words(request);
        var decided = desk.change(form.request(), true);
        var told = ReorganisationTold.of(decided, organisation.read(), desk.today(), words);
        var content = new HashMap<String, Object>();
        content.put("told", told);
        content.put("caution", caution);
        content.put("sheet", sheet.with("id", ReorganisationForm.id()).with("shown", told.shown()));
        var status = caution.isEmpty() ? HttpStatus.OK : HttpStatus.CONFLICT;
        return room.page(status, "reorganisation-summary", PATH, request, content);
    }

    /** Does what was shown; when that is something else by now, shows it again instead. */
    private ResponseEntity<String> confirm(
            Sheet sheet, ReorganisationForm form, Words words, HttpServletRequest request) {
        var asked = form.request();
        if (!sheet.is("shown", ReorganisationTold.shown(desk.change(asked, true)))) {
            return look(sheet, form, words.text("hr.reorg.outdated"), request);
        }
        desk.change(asked, false);
        return done(sheet, request);
    }

    private boolean known(String id) {
        return changes.all().stream()
                .anyMatch(one -> one.reorganisation().value().equals(id));
    }

    private ResponseEntity<String> done(Sheet sheet, HttpServletRequest request) {
        room.settle();
        boolean coming = changes.all().stream()
                .anyMatch(one -> one.reorganisation().value().equals(sheet.one("id")) && one.state() == State.PLANNED);
        return room.to(request, PATH + "?said=" + (coming ? "change-planned" : "change-made"));
    }

    @PostMapping(PATH + "/{change}/withdrawal")
    ResponseEntity<String> withdraw(@PathVariable("change") String change, HttpServletRequest request) {
        var known = changes.all().stream()
                .filter(one -> one.reorganisation().value().equals(change))
                .findFirst();
        if (known.isEmpty()) {
            return room.notThere(request);
        }
        var id = known.get().reorganisation();
        return room.done(
                request,
                PATH + "?said=change-withdrawn",
                () -> desk.withdraw(id),
                refused -> form(
                        HttpStatus.CONFLICT,
                        ReorganisationForm.fresh("", desk.today()),
                        Map.of("changes", room.why(refused, room.words(request))),
                        request));
    }

    private ResponseEntity<String> form(
            HttpStatus status, Sheet sheet, Map<String, String> wrong, HttpServletRequest request) {
        var words = room.words(request);
        var now = organisation.read();
        var content = new HashMap<String, Object>();
        content.put("kinds", ReorganisationForm.KINDS);
        content.put("kind", sheet.one("kind"));
        content.put("keep", sheet.one("kind").isEmpty() ? "" : "&kind=" + sheet.one("kind"));
        content.put("rows", ReorganisationForm.rows(sheet));
        content.put("mostRows", ReorganisationForm.MOST_ROWS);
        content.put("units", UnitLine.all(now, Map.of(), words));
        content.put("changes", ChangeLine.all(changes.all(), now, change -> hindrance(change, request), words));
        content.put("sheet", sheet);
        content.put("wrong", wrong);
        return room.page(status, "reorganisation", PATH, request, content);
    }

    private String hindrance(Reorganisations.KnownReorganisation change, HttpServletRequest request) {
        return desk.hindrance(change, organisation.read())
                .map(refused -> room.why(refused, room.words(request)))
                .orElse("");
    }
}
