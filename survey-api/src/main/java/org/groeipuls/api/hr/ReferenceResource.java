package org.groeipuls.api.hr;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.groeipuls.api.past.ReadableAsOf;
import org.groeipuls.api.problem.NotFound;
import org.groeipuls.earlier.KnownReference;
import org.groeipuls.earlier.ReferenceTable;
import org.groeipuls.reference.EarlierResults;
import org.groeipuls.reference.EarlierResults.Statement;
import org.groeipuls.reference.EarlierResults.Year;
import org.groeipuls.reference.ReferenceId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Earlier results of other suppliers: shown apart, with their source, and part of no trend. */
@RestController
@RequestMapping("/api/v1/references")
@PreAuthorize("hasAnyRole('HR', 'ANALYST')")
class ReferenceResource {
    private final ReferenceDesk desk;
    private final ReferenceTable table;

    ReferenceResource(ReferenceDesk desk, ReferenceTable table) {
        this.desk = desk;
        this.table = table;
    }

    /**
     * @param source who measured it and where it was published
     * @param statement what was asked, in Dutch or English or both
     * @param construct the key of the construct that comes nearest
     */
    record ReferenceRequest(
            @NotNull String source,
            @NotNull Statement statement,
            @Nullable String construct,
            @NotNull @Size(min = 1, max = 60) List<@NotNull @Valid YearRequest> series) {
        EarlierResults results() {
            return new EarlierResults(
                    source,
                    statement,
                    construct,
                    series.stream().map(YearRequest::result).toList());
        }
    }

    /**
     * @param percentPositive 0 to 100
     * @param n how many answered, at least 5; left out where it is not known
     */
    record YearRequest(
            @NotNull Integer year,
            @NotNull Number percentPositive,
            @Nullable Integer n) {
        Year result() {
            return new Year(year, percentPositive.doubleValue(), n);
        }
    }

    /** Earlier results as they are known now. */
    record ReferenceView(
            ReferenceId id,
            String source,
            Statement statement,
            @Nullable String construct,
            List<Year> series) {
        static ReferenceView of(KnownReference known) {
            var results = known.results();
            return new ReferenceView(
                    known.id(), results.source(), results.statement(), results.construct(), results.series());
        }
    }

    /** All earlier results in the order of their ids. */
    record ReferenceList(List<ReferenceView> references) {}

    /**
     * @param applied whether it was imported, or only looked at
     * @param references what the file holds
     */
    record Imported(boolean applied, List<ReferenceView> references) {}

    @ReadableAsOf
    @GetMapping
    @Operation(summary = "Earlier results of other suppliers")
    ReferenceList all() {
        return new ReferenceList(table.all().stream().map(ReferenceView::of).toList());
    }

    @ReadableAsOf
    @GetMapping("/{id}")
    @Operation(summary = "Earlier results for one statement")
    ReferenceView one(@PathVariable("id") ReferenceId id) {
        return table.find(id).map(ReferenceView::of).orElseThrow(NotFound::new);
    }

    @PutMapping("/{id}")
    @Operation(summary = "Import earlier results for one statement; other content for the same id corrects them")
    ResponseEntity<ReferenceView> put(
            @PathVariable("id") ReferenceId id, @Valid @RequestBody ReferenceRequest request) {
        boolean isNew = desk.take(id, request.results());
        return ResponseEntity.status(isNew ? HttpStatus.CREATED : HttpStatus.OK).body(one(id));
    }

    @PostMapping(path = "/imports", consumes = "text/csv")
    @Operation(
            summary = "Import earlier results from a file, or see what is in it",
            description =
                    "CSV in UTF-8, parted by commas or semicolons, with the columns reference (its id), source, nl, en,"
                            + " construct, year, percentPositive and n; a row for each year. nl or en, construct and n may be empty."
                            + " With dryRun, which is the default, nothing changes.")
    Imported read(@RequestParam(name = "dryRun", defaultValue = "true") boolean dryRun, @RequestBody byte[] file) {
        var found = ReferenceFile.read(file, desk::check);
        if (!dryRun) {
            found.forEach(known -> desk.take(known.id(), known.results()));
        }
        return new Imported(!dryRun, found.stream().map(ReferenceView::of).toList());
    }
}
