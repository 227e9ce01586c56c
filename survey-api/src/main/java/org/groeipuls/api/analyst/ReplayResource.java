package org.groeipuls.api.analyst;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.groeipuls.api.problem.NotFound;
import org.groeipuls.api.problem.UnknownParameters.ParameterNotAllowed;
import org.groeipuls.api.replay.Job;
import org.groeipuls.api.replay.ReplayId;
import org.groeipuls.api.replay.ReplayTerms;
import org.groeipuls.api.replay.Replays;
import org.groeipuls.team.GroupId;
import org.groeipuls.trend.TeamTrend;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * All of history computed anew under another rule, beside the live views. Reads released figures only; what it shows is
 * refused or not by what was released, never by what the figures are (R9, R10).
 */
@RestController
@RequestMapping("/api/v1/replays")
@PreAuthorize("hasRole('ANALYST')")
class ReplayResource {
    private static final int MOST_GROUPS = 1000;

    private final ReplayDesk desk;
    private final ReplayReader reader;
    private final Replays replays;

    ReplayResource(ReplayDesk desk, ReplayReader reader, Replays replays) {
        this.desk = desk;
        this.reader = reader;
        this.replays = replays;
    }

    /** @param job how far it is */
    record ReplayView(ReplayId replay, ReplayTerms terms, LocalDate startedOn, JobView job) {
        static ReplayView of(Job job) {
            return new ReplayView(job.id(), job.terms(), job.startedOn(), JobView.of(job));
        }
    }

    /** The newest first. */
    record ReplayList(List<ReplayView> replays) {}

    @PostMapping
    @Operation(summary = "Compute all of history anew, with a rule, constants, a mapping or up to a day; a job does it")
    ResponseEntity<ReplayView> begin(@Valid @RequestBody ReplayRequest request) {
        var job = desk.begin(request);
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/jobs/" + job.id().value()))
                .body(ReplayView.of(job));
    }

    @GetMapping
    @Operation(summary = "All replays that are kept: at most eight, each at most 30 days")
    ReplayList all() {
        return new ReplayList(replays.all().stream().map(ReplayView::of).toList());
    }

    @GetMapping("/{replay}")
    @Operation(summary = "One replay")
    ReplayView one(@PathVariable("replay") ReplayId replay) {
        return ReplayView.of(desk.find(replay));
    }

    @DeleteMapping("/{replay}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Remove a replay with all that it computed")
    void remove(@PathVariable("replay") ReplayId replay) {
        if (!replays.delete(replay)) {
            throw new NotFound();
        }
    }

    /** @param trend in the shape of the live one, with outcomes by the replay's rule */
    record ReplayedTrend(ReplayId replay, TeamTrend trend) {}

    @GetMapping("/{replay}/trends")
    @Operation(summary = "The line of a group for one construct as the replay has it")
    ReplayedTrend trend(
            @PathVariable("replay") ReplayId replay,
            @RequestParam(value = "group", required = false) @Nullable GroupId group,
            @RequestParam(value = "construct", defaultValue = "psychological-safety") String construct) {
        if (group == null) {
            throw new ParameterNotAllowed();
        }
        return new ReplayedTrend(replay, reader.trend(desk.find(replay), group, construct));
    }

    @GetMapping(value = "/{replay}/comparison", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "What changed, where, by how much, and which outcomes flip; so many groups at a time")
    Comparison comparison(
            @PathVariable("replay") ReplayId replay,
            @RequestParam(value = "after", defaultValue = "") String after,
            @RequestParam(value = "limit", defaultValue = "1000") int limit) {
        if (limit < 1 || limit > MOST_GROUPS) {
            throw new ParameterNotAllowed();
        }
        return Comparison.of(replay, reader.compare(desk.find(replay), after, limit));
    }

    @GetMapping(value = "/{replay}/comparison.csv", produces = "text/csv")
    @Operation(summary = "The same as CSV, a row per change; with locale=nl semicolons and decimal commas")
    String csv(
            @PathVariable("replay") ReplayId replay,
            @RequestParam(value = "locale", defaultValue = "en") String locale) {
        if (!locale.equals("nl") && !locale.equals("en")) {
            throw new ParameterNotAllowed();
        }
        return new ComparisonSheet(
                        reader.compare(desk.find(replay), "", Integer.MAX_VALUE).lines())
                .csv(locale.equals("nl"));
    }

    /** @param validFrom pulses that close on or after this day (UTC) are computed so; tomorrow when absent */
    record AdoptionRequest(@Nullable LocalDate validFrom) {}

    @PostMapping("/{replay}/adoption")
    @Operation(summary = "Make what the replay tried hold for pulses to come; what was shown before stays")
    ResponseEntity<ReplayView> adopt(
            @PathVariable("replay") ReplayId replay, @Valid @RequestBody AdoptionRequest request) {
        boolean grown = desk.adopt(replay, request.validFrom());
        return ResponseEntity.status(grown ? HttpStatus.CREATED : HttpStatus.OK).body(one(replay));
    }
}
