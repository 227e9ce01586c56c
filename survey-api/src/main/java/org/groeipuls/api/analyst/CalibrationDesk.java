package org.groeipuls.api.analyst;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.axonframework.serialization.SimpleSerializedObject;
import org.groeipuls.api.past.Then;
import org.groeipuls.api.problem.NotFound;
import org.groeipuls.api.storage.Commands;
import org.groeipuls.api.storage.EventNames;
import org.groeipuls.api.storage.HistoryStore;
import org.groeipuls.api.storage.HistoryStore.StoredEvent;
import org.groeipuls.calibration.CalibrationAlreadyAdopted;
import org.groeipuls.calibration.CalibrationCommand.AdoptCalibration;
import org.groeipuls.calibration.CalibrationEvent.CalibrationAdopted;
import org.groeipuls.calibration.CalibrationVersion;
import org.groeipuls.calibration.Constants;
import org.groeipuls.calibration.Origin;
import org.groeipuls.constants.CalibrationRegister;
import org.groeipuls.constants.ReleasedFigures;
import org.groeipuls.constants.ReleasedFigures.Estimate;
import org.groeipuls.pulse.PulseEvent.PulseIssued;
import org.groeipuls.refusal.Refusal;
import org.groeipuls.release.ReleaseEvent.BlockReleased;
import org.groeipuls.release.ReleaseEvent.CountPublished;
import org.groeipuls.scoring.CalibrationEstimate;
import org.groeipuls.shelf.InstrumentShelf;
import org.jspecify.annotations.Nullable;

/** Where calibrations are proposed from released history, and adopted. */
final class CalibrationDesk {
    private static final int PAGE = 1000;

    private final Commands commands;
    private final CalibrationRegister register;
    private final HistoryStore history;
    private final EventNames events;
    private final InstrumentShelf shelf;
    private final InstantSource clock;

    CalibrationDesk(
            Commands commands,
            CalibrationRegister register,
            HistoryStore history,
            EventNames events,
            InstrumentShelf shelf,
            InstantSource clock) {
        this.commands = commands;
        this.register = register;
        this.history = history;
        this.events = events;
        this.shelf = shelf;
        this.clock = clock;
    }

    /**
     * The constants that released history gives now, or gave by the day that the request reads as of; nothing is adopted.
     *
     * @throws TooLittleHistory while fewer than 30 groups have six points
     */
    Estimate estimate() {
        var figures = new ReleasedFigures(key -> shelf.find(key).orElseThrow());
        var end = Then.moment();
        Predicate<StoredEvent> known = event ->
                end.map(moment -> !Instant.parse(event.time()).isAfter(moment)).orElse(true);
        long position = 0;
        for (var page = page(position); !page.isEmpty(); page = page(position)) {
            page.stream().filter(known).forEach(event -> read(event, figures));
            position = page.getLast().position();
        }
        return figures.estimate().orElseThrow(() -> new TooLittleHistory(figures.groups()));
    }

    private List<StoredEvent> page(long after) {
        return history.after(after, PAGE, null);
    }

    private void read(StoredEvent event, ReleasedFigures figures) {
        switch (event.type()) {
            case "PulseIssued" -> figures.on(this.<PulseIssued>decoded(event));
            case "CountPublished" -> figures.on(this.<CountPublished>decoded(event));
            case "BlockReleased" -> figures.on(this.<BlockReleased>decoded(event));
            default -> {}
        }
    }

    private <T> T decoded(StoredEvent event) {
        return events.deserialize(
                new SimpleSerializedObject<>(event.data(), String.class, event.type(), event.revision()));
    }

    /** Adopts what released history gives; a version that was estimated before stays what it is. */
    boolean adoptEstimate(CalibrationVersion version, @Nullable LocalDate validFrom) {
        var known = register.find(version);
        if (known.isPresent()) {
            var adopted = known.get();
            boolean same = adopted.origin().way() == Origin.Way.ESTIMATED
                    && (validFrom == null || validFrom.equals(adopted.validFrom()));
            if (!same) {
                throw new CalibrationAlreadyAdopted(version);
            }
            return false;
        }
        var estimate = estimate();
        return commands.send(order(version, estimate.constants(), estimate.origin(), validFrom));
    }

    /** Adopts constants from elsewhere; the same content again changes nothing. */
    boolean adoptStated(CalibrationVersion version, Constants constants, String source, @Nullable LocalDate validFrom) {
        return commands.send(stated(version, constants, source, validFrom));
    }

    /** The order to adopt constants from elsewhere. */
    AdoptCalibration stated(
            CalibrationVersion version, Constants constants, String source, @Nullable LocalDate validFrom) {
        belongTogether(constants);
        return order(version, constants, Origin.stated(source), validFrom);
    }

    private AdoptCalibration order(
            CalibrationVersion version, Constants constants, Origin origin, @Nullable LocalDate validFrom) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var from = Optional.ofNullable(validFrom)
                .or(() -> register.find(version).map(CalibrationAdopted::validFrom))
                .orElse(today.plusDays(1));
        return new AdoptCalibration(version, constants, origin, from, today);
    }

    /** Offsets shift the items of one scale against each other and never the scale. */
    void belongTogether(Constants constants) {
        var scales = new KnownScales(shelf.all());
        constants.offsets().keySet().forEach(item -> {
            if (!scales.addUp(item, constants.offsets())) {
                throw new OffsetsNotOfAScale(item);
            }
        });
        for (var named : List.of(constants.mu(), constants.tau2(), constants.s02())) {
            named.keySet().stream()
                    .filter(construct -> !scales.know(construct))
                    .findFirst()
                    .ifPresent(unknown -> {
                        throw new ConstructUnknown(unknown);
                    });
        }
    }

    /** @throws NotFound when there is none */
    CalibrationAdopted find(CalibrationVersion version) {
        return register.find(version).orElseThrow(NotFound::new);
    }

    /** Released history says too little for constants of the organisation's own. */
    static final class TooLittleHistory extends Refusal {
        private static final long serialVersionUID = 1;

        TooLittleHistory(int groups) {
            super(
                    Kind.UNACCEPTABLE,
                    "calibration-too-little-history",
                    "Constants are estimated from at least " + CalibrationEstimate.GROUPS + " groups with "
                            + CalibrationEstimate.PULSES + " results of one construct each, in pulses near each other;"
                            + " now there are " + groups
                            + ". Until then the defaults hold, or state constants with their source");
        }
    }

    /** Offsets have to be those of a whole scale, and add up to nothing. */
    static final class OffsetsNotOfAScale extends Refusal {
        private static final long serialVersionUID = 1;

        OffsetsNotOfAScale(String item) {
            super(
                    Kind.UNACCEPTABLE,
                    "offsets-not-of-a-scale",
                    "No instrument has a scale with item " + item
                            + " whose offsets add up to 0; name all items of the scale");
        }
    }

    /** Constants are named after constructs of an instrument. */
    static final class ConstructUnknown extends Refusal {
        private static final long serialVersionUID = 1;

        ConstructUnknown(String construct) {
            super(Kind.UNACCEPTABLE, "construct-unknown", "No instrument has a construct " + construct);
        }
    }
}
