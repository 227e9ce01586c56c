package org.groeipuls.pages.hr;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.groeipuls.api.hr.Occurrence;
import org.groeipuls.api.hr.ProgrammeDesk;
import org.groeipuls.api.hr.ProgrammeRequest;
import org.groeipuls.api.hr.ProgrammeView;
import org.groeipuls.organisation.OrganisationTable;
import org.groeipuls.pages.Words;
import org.groeipuls.programme.ProgrammeId;
import org.groeipuls.refusal.IdNotAllowed;
import org.groeipuls.shelf.InstrumentShelf;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Series of pulses: what became and what comes of them, and a form for what most of them need. */
@Controller
final class ProgrammesPage {
    private static final String PATH = "/hr/programmes";

    private final ProgrammeDesk desk;
    private final InstrumentShelf shelf;
    private final OrganisationTable organisation;
    private final InstantSource clock;
    private final Room room;
    private final boolean demonstration;

    ProgrammesPage(
            ProgrammeDesk desk,
            InstrumentShelf shelf,
            OrganisationTable organisation,
            InstantSource clock,
            Room room,
            @Value("${groeipuls.demonstration:false}") boolean demonstration) {
        this.desk = desk;
        this.shelf = shelf;
        this.organisation = organisation;
        this.clock = clock;
        this.room = room;
        this.demonstration = demonstration;
    }

    /** @param next when its next pulse opens; empty when none comes */
    record Listed(String id, String name, boolean ended, String next) {}

    /** A day of a programme; what is not known of it is empty. */
    record Day(String day, String state, String forms, String closes, String pulse, String why) {}

    @GetMapping(PATH)
    ResponseEntity<String> all(HttpServletRequest request) {
        var words = room.words(request);
        var all = desk.all(language(words)).stream()
                .map(one -> new Listed(
                        one.programme().value(),
                        one.name(),
                        one.state() == ProgrammeRequest.Stage.ENDED,
                        next(one, words)))
                .toList();
        return room.page("programmes", PATH, request, Map.of("programmes", all));
    }

    private static String next(ProgrammeView one, Words words) {
        return one.occurrences().stream()
                .filter(day -> day.state() == Occurrence.Stage.PLANNED)
                .findFirst()
                .map(day -> words.date(day.day()))
                .orElse("");
    }

    private static Locale language(Words words) {
        return Locale.of(words.language().tag());
    }

    @GetMapping(PATH + "/new")
    ResponseEntity<String> fresh(HttpServletRequest request) {
        var words = room.words(request);
        var all = desk.all(language(words));
        var sheet = ProgrammeForm.fresh(all, shelf.all(), clock.instant(), words.zone());
        return page(HttpStatus.OK, null, sheet, Map.of(), request);
    }

    @GetMapping(PATH + "/{programme}")
    ResponseEntity<String> one(@PathVariable("programme") String programme, HttpServletRequest request) {
        return find(programme, room.words(request))
                .map(known -> page(HttpStatus.OK, known, sheet(known), Map.of(), request))
                .orElseGet(() -> room.notThere(request));
    }

    private Sheet sheet(ProgrammeView known) {
        return ProgrammeForm.of(known, shelf.find(known.instrument()).orElse(null));
    }

    /** The form of a new programme says so, and takes the place of none that there is. */
    @PostMapping(PATH)
    ResponseEntity<String> define(HttpServletRequest request) {
        room.settle();
        var words = room.words(request);
        var sheet = Sheet.of(request);
        var there = find(sheet.one("programme").strip(), words).orElse(null);
        var known = sheet.is("new", "yes") ? null : there;
        var form = ProgrammeForm.read(sheet, known, shelf.all(), words.zone());
        if (known == null && there != null) {
            form.wrong().put("programme", "programme-taken");
        }
        if (!form.wrong().isEmpty()) {
            return page(HttpStatus.UNPROCESSABLE_CONTENT, known, sheet, room.why(form.wrong(), words), request);
        }
        return room.done(
                request,
                PATH + "/" + form.programme().value() + "?said=programme-saved",
                () -> desk.define(form.programme(), form.request()),
                refused -> page(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        known,
                        sheet,
                        Map.of(ProgrammeForm.fieldOf(refused.code()), room.why(refused, words)),
                        request));
    }

    /** The same file as the API gives, for whoever is signed in to the pages. */
    @GetMapping(PATH + "/{programme}/calendar.ics")
    ResponseEntity<byte[]> calendar(@PathVariable("programme") String programme, HttpServletRequest request) {
        var words = room.words(request);
        var known = find(programme, words);
        if (known.isEmpty()) {
            return ResponseEntity.notFound().build();
        }
        var id = known.get().programme();
        var file = ContentDisposition.attachment().filename(id.value() + ".ics").build();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.parseMediaType("text/calendar;charset=UTF-8"))
                .header(HttpHeaders.CONTENT_DISPOSITION, file.toString())
                .body(desk.calendar(id, language(words)).getBytes(StandardCharsets.UTF_8));
    }

    private ResponseEntity<String> page(
            HttpStatus status,
            @Nullable ProgrammeView known,
            Sheet sheet,
            Map<String, String> wrong,
            HttpServletRequest request) {
        var words = room.words(request);
        var content = new HashMap<String, Object>();
        content.put("sheet", sheet);
        content.put("wrong", wrong);
        content.put("instruments", shelf.all().reversed());
        content.put("forms", AskedForm.forms(shelf.all()));
        content.put("groups", AskedForm.choices(organisation.read(), sheet));
        content.put("demonstration", demonstration);
        content.put("heading", known == null ? words.text("hr.programmes.new") : known.name());
        content.put("days", known == null ? List.of() : days(known, words));
        if (known != null) {
            content.put("known", known);
            content.put("waits", waits(known, words));
        }
        var path =
                known == null ? PATH + "/new" : PATH + "/" + known.programme().value();
        return room.page(status, "programme", path, request, content);
    }

    private static String waits(ProgrammeView known, Words words) {
        var waits = known.waits();
        return waits == null
                ? ""
                : words.text("hr.attention.programme", known.name(), words.date(waits.day()), waits.detail());
    }

    private static List<Day> days(ProgrammeView known, Words words) {
        return known.occurrences().stream().map(one -> day(one, words)).toList();
    }

    private static Day day(Occurrence one, Words words) {
        var forms = one.forms();
        var closes = one.closesAt();
        var reason = one.reason();
        var state = one.pulseState();
        return new Day(
                words.shortDate(one.day()),
                state == null
                        ? words.text("hr.day." + one.state().name().toLowerCase(Locale.ROOT))
                        : words.text("council.state." + state.word()),
                forms == null ? "" : String.join(", ", forms),
                closes == null
                        ? ""
                        : words.shortDate(closes.atZone(words.zone()).toLocalDate()),
                one.state() == Occurrence.Stage.ISSUED ? one.pulse().value() : "",
                reason == null ? "" : reason.detail());
    }

    private Optional<ProgrammeView> find(String programme, Words words) {
        return desk.all(language(words)).stream()
                .filter(one -> one.programme().equals(id(programme)))
                .findFirst();
    }

    private static @Nullable ProgrammeId id(String typed) {
        try {
            return new ProgrammeId(typed);
        } catch (IdNotAllowed notAnId) {
            return null;
        }
    }
}
