package org.groeipuls.api.analyst;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.groeipuls.api.past.ReadableAsOf;
import org.groeipuls.calibration.CalibrationEvent.CalibrationAdopted;
import org.groeipuls.calibration.CalibrationVersion;
import org.groeipuls.calibration.Constants;
import org.groeipuls.calibration.Origin;
import org.groeipuls.constants.CalibrationRegister;
import org.groeipuls.constants.ReleasedFigures.Estimate;
import org.groeipuls.refusal.Refusal;
import org.groeipuls.scoring.Calibration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The constants by which figures are computed: versioned, never edited, each valid from a day to come. */
@RestController
@RequestMapping("/api/v1/calibrations")
@PreAuthorize("hasRole('ANALYST')")
class CalibrationResource {
    private static final CalibrationView BUILT_IN = new CalibrationView(
            CalibrationVersion.of(Calibration.DEFAULT), null, false, null, Constants.of(Calibration.DEFAULT));

    private final CalibrationDesk desk;
    private final CalibrationRegister register;

    CalibrationResource(CalibrationDesk desk, CalibrationRegister register) {
        this.desk = desk;
        this.register = register;
    }

    /**
     * Either {@code estimate}, or constants with their source.
     *
     * @param source where stated constants come from, in words
     * @param validFrom pulses that close on or after this day (UTC) are counted with them; tomorrow when absent
     */
    record CalibrationRequest(
            @Nullable Boolean estimate,
            @Nullable StatedConstants constants,
            @Nullable @Size(min = 1, max = 300) String source,
            @Nullable LocalDate validFrom) {
        boolean isEstimate() {
            return Boolean.TRUE.equals(estimate);
        }
    }

    /**
     * A calibration, adopted or proposed.
     *
     * @param validFrom absent for the built-in one, which holds where no other does, and for a proposal
     * @param calibrated whether the numbers were learned from this organisation
     * @param origin how they came about; absent for the built-in one
     */
    record CalibrationView(
            CalibrationVersion version,
            @Nullable LocalDate validFrom,
            boolean calibrated,
            @Nullable Origin origin,
            Constants constants) {
        static CalibrationView of(CalibrationAdopted adopted) {
            return new CalibrationView(
                    adopted.calibration(),
                    adopted.validFrom(),
                    adopted.asCalibration().calibrated(),
                    adopted.origin(),
                    adopted.constants());
        }

        static CalibrationView of(CalibrationVersion version, Estimate estimate) {
            return new CalibrationView(version, null, true, estimate.origin(), estimate.constants());
        }
    }

    /** All calibrations, the built-in one first, then in the order in which they were adopted. */
    record CalibrationList(List<CalibrationView> calibrations) {}

    @ReadableAsOf
    @GetMapping
    @Operation(summary = "All calibrations: what comes along, and what was adopted")
    CalibrationList all() {
        return new CalibrationList(
                Stream.concat(Stream.of(BUILT_IN), register.all().stream().map(CalibrationView::of))
                        .toList());
    }

    @ReadableAsOf
    @GetMapping("/{version}")
    @Operation(summary = "One calibration")
    CalibrationView one(@PathVariable("version") CalibrationVersion version) {
        return version.equals(BUILT_IN.version()) ? BUILT_IN : CalibrationView.of(desk.find(version));
    }

    @ReadableAsOf
    @GetMapping("/{version}/proposal")
    @Operation(summary = "What would be adopted if the constants were estimated from released history now")
    CalibrationView proposal(@PathVariable("version") CalibrationVersion version) {
        return CalibrationView.of(version, desk.estimate());
    }

    @PutMapping("/{version}")
    @Operation(summary = "Adopt constants under a version that is free: estimated from released history, or stated")
    ResponseEntity<CalibrationView> adopt(
            @PathVariable("version") CalibrationVersion version,
            @RequestParam(value = "dryRun", defaultValue = "false") boolean dryRun,
            @Valid @RequestBody CalibrationRequest request) {
        var stated = request.constants();
        var source = request.source();
        boolean clear = request.isEstimate()
                ? stated == null && source == null
                : stated != null && source != null && !source.isBlank();
        if (!clear) {
            throw new CalibrationIncomplete();
        }
        if (dryRun) {
            return ResponseEntity.ok(tried(version, stated, source));
        }
        boolean grown = stated != null && source != null
                ? desk.adoptStated(version, stated.constants(), source, request.validFrom())
                : desk.adoptEstimate(version, request.validFrom());
        return ResponseEntity.status(grown ? HttpStatus.CREATED : HttpStatus.OK).body(one(version));
    }

    private CalibrationView tried(
            CalibrationVersion version, @Nullable StatedConstants stated, @Nullable String source) {
        if (stated == null || source == null) {
            return CalibrationView.of(version, desk.estimate());
        }
        var constants = stated.constants();
        desk.belongTogether(constants);
        return new CalibrationView(version, null, false, Origin.stated(source), constants);
    }

    /** It is not clear what is to be adopted. */
    static final class CalibrationIncomplete extends Refusal {
        private static final long serialVersionUID = 1;

        CalibrationIncomplete() {
            super(
                    Kind.UNACCEPTABLE,
                    "calibration-incomplete",
                    "Send either estimate: true alone, or constants with their source");
        }
    }
}
