package org.groeipuls.api.analyst;

import io.swagger.v3.oas.annotations.Operation;
import org.groeipuls.api.problem.NotFound;
import org.groeipuls.api.replay.ReplayId;
import org.groeipuls.api.replay.Replays;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** How far long work is. Any node knows it of all. */
@RestController
@RequestMapping("/api/v1/jobs/{job}")
class JobResource {
    private final Replays replays;
    private final JobEvents progress;

    JobResource(Replays replays, JobEvents progress) {
        this.replays = replays;
        this.progress = progress;
    }

    @GetMapping
    @PreAuthorize("hasAnyRole('ANALYST', 'OPERATOR')")
    @Operation(summary = "How far a job is, and about how much longer it takes")
    JobView one(@PathVariable("job") ReplayId job) {
        return progress.find(job).orElseThrow(NotFound::new);
    }

    @DeleteMapping
    @PreAuthorize("hasRole('ANALYST')")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Break a replay off; one that is over stays as it is, and a rebuild cannot be")
    void cancel(@PathVariable("job") ReplayId job) {
        if (replays.find(job).isEmpty()) {
            throw new NotFound();
        }
        replays.cancel(job);
    }

    @GetMapping(value = "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @PreAuthorize("hasAnyRole('ANALYST', 'OPERATOR')")
    @Operation(summary = "The same as server-sent events, whenever it changes, until the job is over")
    SseEmitter events(@PathVariable("job") ReplayId job) {
        return progress.of(job);
    }
}
