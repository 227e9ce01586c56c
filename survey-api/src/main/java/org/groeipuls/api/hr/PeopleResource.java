package org.groeipuls.api.hr;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The list of people: kept in the roster, erased from it, and never in history. */
@RestController
@RequestMapping("/api/v1/people/imports")
@PreAuthorize("hasRole('HR')")
class PeopleResource {
    private final PeopleDesk desk;

    PeopleResource(PeopleDesk desk) {
        this.desk = desk;
    }

    /** Leads, sizes of teams and units follow the list; who was asked by a pulse that was issued before does not. */
    @PostMapping(consumes = {"text/csv", XlsxLines.TYPE})
    @Operation(
            summary = "Replace the list of people by this one, or see what that would change",
            description = "The file is the whole list, as CSV in UTF-8, parted by commas, semicolons or tabs, or as the"
                    + " first sheet of a workbook (.xlsx). Its columns are person (subject of the token), address, language"
                    + " (nl or en), team, role (employee or lead) and, if you like, name; Dutch headings and role words are"
                    + " read too. A lead has a row for each team they lead. With dryRun, which is the default, nothing"
                    + " changes; the answer has the import by which exactly this can be confirmed within a day.")
    ResponseEntity<PeopleChanges> replace(
            @RequestParam(name = "dryRun", defaultValue = "true") boolean dryRun,
            @Parameter(hidden = true) @RequestHeader(HttpHeaders.CONTENT_TYPE) MediaType type,
            @RequestBody(required = false) byte @Nullable [] file) {
        var workbook = type.isCompatibleWith(MediaType.parseMediaType(XlsxLines.TYPE));
        var bytes = file == null ? new byte[0] : file;
        return answer(dryRun ? desk.show(bytes, workbook) : desk.replace(bytes, workbook));
    }

    @PostMapping("/{import}/confirm")
    @Operation(
            summary = "Apply a list that was shown",
            description =
                    "Exactly what was shown is applied. When the roster or the organisation changed since, nothing"
                            + " is (409). Saying it again changes nothing.")
    ResponseEntity<PeopleChanges> confirm(@PathVariable("import") String id) {
        return answer(desk.confirm(id));
    }

    @PostMapping("/{import}/undo")
    @Operation(
            summary = "Undo the latest import",
            description = "Roster, leads and sizes are as before it, but for whoever was erased since. Only the latest"
                    + " import can be undone, for 30 days; otherwise 409 says why not.")
    ResponseEntity<PeopleChanges> undo(@PathVariable("import") String id) {
        return answer(desk.undo(id));
    }

    private static ResponseEntity<PeopleChanges> answer(PeopleChanges changes) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(changes);
    }
}
