package org.groeipuls.pages.hr;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.groeipuls.api.hr.PeopleDesk;
import org.groeipuls.api.mail.MailDesk;
import org.groeipuls.api.problem.FaultyFile;
import org.groeipuls.organisation.OrganisationTable;
import org.groeipuls.pages.Language;
import org.groeipuls.pages.Words;
import org.groeipuls.refusal.Refusal;
import org.groeipuls.roster.People;
import org.jspecify.annotations.Nullable;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/**
 * The list of people: a file is shown as what it would change, and applied when HR says so. What was shown is kept by the
 * desk as it is for the API, in the roster for a day, so that exactly that is applied; the file itself is read in memory
 * and kept nowhere.
 */
@Controller
final class PeoplePage {
    private static final String PATH = "/hr/people";
    private static final String MARK = "\uFEFF";

    private final PeopleDesk desk;
    private final People people;
    private final MailDesk mails;
    private final OrganisationTable organisation;
    private final Room room;

    PeoplePage(PeopleDesk desk, People people, MailDesk mails, OrganisationTable organisation, Room room) {
        this.desk = desk;
        this.people = people;
        this.mails = mails;
        this.organisation = organisation;
        this.room = room;
    }

    /** A fault of the file: where, and what to do. */
    record Fault(String where, String what) {}

    /** @param refused says too-large when a file was not even read, which is found out before anything of it is */
    @GetMapping(PATH)
    ResponseEntity<String> show(
            @RequestParam(value = "refused", defaultValue = "") String refused, HttpServletRequest request) {
        if (refused.equals("too-large")) {
            var large = Map.of("file", room.words(request).text("hr.wrong.file-too-large"));
            return page(HttpStatus.CONTENT_TOO_LARGE, large, List.of(), request);
        }
        return page(HttpStatus.OK, Map.of(), List.of(), request);
    }

    /** A file with nothing but the headings, in the reader's language. */
    @GetMapping(PATH + "/template.csv")
    ResponseEntity<byte[]> template(HttpServletRequest request) {
        boolean dutch = room.words(request).language() == Language.NL;
        var text =
                MARK + (dutch ? "persoon;naam;e-mail;taal;team;rol\r\n" : "person,name,address,language,team,role\r\n");
        var name = dutch ? "mensen.csv" : "people.csv";
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(text.getBytes(StandardCharsets.UTF_8));
    }

    @PostMapping(PATH)
    ResponseEntity<String> look(
            @RequestParam(value = "file", required = false) @Nullable MultipartFile file, HttpServletRequest request) {
        var words = room.words(request);
        if (file == null || file.isEmpty()) {
            var missing = Map.of("file", words.text("hr.wrong.file-missing"));
            return page(HttpStatus.UNPROCESSABLE_CONTENT, missing, List.of(), request);
        }
        try {
            room.settle();
            var bytes = bytes(file);
            var changes = desk.show(bytes, workbook(bytes));
            var content = new HashMap<String, Object>();
            content.put("diff", new PeopleDiff(changes, people.names(), organisation.read(), words));
            return room.page("people-diff", PATH, request, content);
        } catch (FaultyFile faulty) {
            var faults = faulty.faults().stream().map(at -> fault(at, words)).toList();
            var said = Map.of("file", words.text("hr.wrong.file", faults.size()));
            return page(HttpStatus.UNPROCESSABLE_CONTENT, said, faults, request);
        }
    }

    private static byte[] bytes(MultipartFile file) {
        try {
            return file.getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("The file could not be read to its end", e);
        }
    }

    /** A workbook is a zip file; no list in plain text begins like one. */
    private static boolean workbook(byte[] file) {
        return file.length > 3 && file[0] == 'P' && file[1] == 'K' && file[2] == 3 && file[3] == 4;
    }

    private Fault fault(FaultyFile.At at, Words words) {
        var where = at.column().isEmpty()
                ? words.text("hr.people.line", String.valueOf(at.line()))
                : words.text("hr.people.cell", String.valueOf(at.line()), at.heading());
        return new Fault(where, room.why(at.code(), at.message(), words, String.valueOf(at.other())));
    }

    @PostMapping(PATH + "/{import}/confirm")
    ResponseEntity<String> confirm(@PathVariable("import") String id, HttpServletRequest request) {
        return room.done(
                request, PATH + "?said=people-applied", () -> desk.confirm(id), refused -> refused(refused, request));
    }

    @PostMapping(PATH + "/{import}/undo")
    ResponseEntity<String> undo(@PathVariable("import") String id, HttpServletRequest request) {
        return room.done(
                request, PATH + "?said=people-undone", () -> desk.undo(id), refused -> refused(refused, request));
    }

    @PostMapping(PATH + "/mails/retry")
    ResponseEntity<String> retry(HttpServletRequest request) {
        return room.done(request, PATH + "?said=mails-retried", mails::retry, refused -> refused(refused, request));
    }

    private ResponseEntity<String> refused(Refusal refused, HttpServletRequest request) {
        var words = room.words(request);
        return page(HttpStatus.CONFLICT, Map.of("file", room.why(refused, words)), List.of(), request);
    }

    private ResponseEntity<String> page(
            HttpStatus status, Map<String, String> wrong, List<Fault> faults, HttpServletRequest request) {
        var overview = mails.overview();
        var content = new HashMap<String, Object>();
        content.put("wrong", wrong);
        content.put("faults", Folded.of(faults));
        desk.undoable().ifPresent(latest -> {
            content.put("undo", latest.changes());
            content.put("applied", room.words(request).date(latest.day()));
        });
        content.put("people", people.all().size());
        content.put("teams", organisation.read().teams());
        content.put("mail", overview.mail());
        content.put("refusing", overview.refusing());
        return room.page(status, "people", PATH, request, content);
    }
}
