package org.groeipuls.api.operator;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The clock of a demonstration. */
@RestController
@RequestMapping("/api/v1/clock")
@PreAuthorize("hasRole('OPERATOR')")
class ClockResource {
    private final SurveyClock clock;
    private final Clockwork clockwork;

    ClockResource(SurveyClock clock, Clockwork clockwork) {
        this.clock = clock;
        this.clockwork = clockwork;
    }

    /** @param instant what the clock says */
    record ClockReading(@NotNull Instant instant) {}

    @GetMapping
    @Operation(summary = "The time the survey goes by")
    ClockReading read() {
        return new ClockReading(clock.instant());
    }

    @PostMapping
    @Operation(summary = "Set a demonstration's clock and do all that is then due")
    ClockReading set(@Valid @RequestBody ClockReading wanted) {
        clock.set(wanted.instant());
        clockwork.tick();
        return new ClockReading(clock.instant());
    }
}
