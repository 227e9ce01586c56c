package org.groeipuls.api.analyst;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.groeipuls.api.past.SettledDays;
import org.groeipuls.api.problem.NotFound;
import org.groeipuls.api.replay.Job;
import org.groeipuls.api.replay.Job.State;
import org.groeipuls.api.replay.ReplayId;
import org.groeipuls.api.replay.ReplayTerms;
import org.groeipuls.api.replay.Replays;
import org.groeipuls.api.storage.Together;
import org.groeipuls.calibration.CalibrationEvent.CalibrationAdopted;
import org.groeipuls.calibration.CalibrationVersion;
import org.groeipuls.calibration.Constants;
import org.groeipuls.constants.CalibrationRegister;
import org.groeipuls.instrument.Instrument;
import org.groeipuls.instrument.InstrumentKey;
import org.groeipuls.refusal.Refusal;
import org.groeipuls.rule.InstrumentMapping;
import org.groeipuls.rule.RuleCommand.AdoptRule;
import org.groeipuls.rule.RuleNotAllowed;
import org.groeipuls.rule.ScoringRule;
import org.groeipuls.ruling.RuleTable;
import org.groeipuls.scoring.Calibration;
import org.groeipuls.shelf.InstrumentShelf;
import org.jspecify.annotations.Nullable;

/** Where replays are asked for, and what they tried is adopted. */
public final class ReplayDesk {
    private final Replays replays;
    private final Together together;
    private final CalibrationDesk constants;
    private final CalibrationRegister calibrations;
    private final RuleTable rules;
    private final InstrumentShelf shelf;
    private final SettledDays days;
    private final InstantSource clock;

    ReplayDesk(
            Replays replays,
            Together together,
            CalibrationDesk constants,
            CalibrationRegister calibrations,
            RuleTable rules,
            InstrumentShelf shelf,
            SettledDays days,
            InstantSource clock) {
        this.replays = replays;
        this.together = together;
        this.constants = constants;
        this.calibrations = calibrations;
        this.rules = rules;
        this.shelf = shelf;
        this.days = days;
        this.clock = clock;
    }

    /** @throws Refusal when something in it cannot be computed with */
    public Job begin(ReplayRequest request) {
        if (request.lexicon() != null) {
            throw new LexiconReplayNotAllowed();
        }
        var asOf = request.asOf();
        if (asOf != null && !days.hold(asOf)) {
            throw new ReplayNotAllowed("asOf is a day before today: what is known by the evening is not known yet");
        }
        var asked = request.rule();
        var rule = asked == null ? null : checked(asked.rule());
        var wanted = request.mapping();
        var mapping = wanted == null ? null : checked(wanted.mapping());
        var stated = request.constants();
        return replays.begin(
                new ReplayTerms(rule, request.calibration(), checked(request.calibration(), stated), mapping, asOf));
    }

    /** A name that was adopted stands for what was adopted under it. */
    private ScoringRule checked(ScoringRule rule) {
        boolean taken = rule.rule().equals(ScoringRule.BUILT_IN.rule())
                ? !rule.equals(ScoringRule.BUILT_IN)
                : rules.find(rule.rule())
                        .filter(adopted -> !adopted.content().equals(rule))
                        .isPresent();
        if (taken) {
            throw new RuleNotAllowed("Another rule stands under this name: give yours a name of its own");
        }
        var instruments = shelf.all();
        instruments.forEach(rule::check);
        var items = instruments.stream()
                .flatMap(instrument -> instrument.items().stream())
                .filter(item -> item.construct() != null)
                .map(item -> item.id())
                .toList();
        if (!items.containsAll(rule.weights().keySet()) || !items.containsAll(rule.turned())) {
            throw new RuleNotAllowed("A rule names items of scales; one of these is in no instrument");
        }
        return rule;
    }

    private InstrumentMapping checked(InstrumentMapping mapping) {
        mapping.check(instrument(mapping.from()), instrument(mapping.to()));
        return mapping;
    }

    private Instrument instrument(InstrumentKey key) {
        return shelf.find(key).orElseThrow(() -> new ReplayNotAllowed("There is no instrument " + key));
    }

    private @Nullable Constants checked(@Nullable CalibrationVersion version, @Nullable StatedConstants stated) {
        if (version == null) {
            if (stated != null) {
                throw new ReplayNotAllowed("Name the calibration that these constants are tried under");
            }
            return null;
        }
        boolean known = version.value().equals(Calibration.DEFAULT.version())
                || calibrations.find(version).isPresent();
        if (known == (stated != null)) {
            throw new ReplayNotAllowed(
                    known
                            ? "Constants stand under this calibration: try yours under another name, or leave them out"
                            : "There is no such calibration; send its constants to try them");
        }
        if (stated == null) {
            return null;
        }
        var tried = stated.constants();
        constants.belongTogether(tried);
        return tried;
    }

    /** @throws NotFound when there is none */
    public Job find(ReplayId id) {
        return replays.find(id).orElseThrow(NotFound::new);
    }

    /**
     * Adopts the rule and the constants that a replay tried, for pulses that close from a day on: both or none. Constants
     * that stand already, whoever adopted them, are passed over.
     *
     * @return whether history has grown
     */
    public boolean adopt(ReplayId id, @Nullable LocalDate validFrom) {
        var job = find(id);
        if (job.state() != State.DONE) {
            throw new Replays.ReplayNotDone();
        }
        var terms = job.terms();
        var rule = terms.rule();
        var tried = terms.constants();
        var version = terms.calibration();
        if (terms.mapping() != null || rule == null && tried == null) {
            throw new ReplayNotAdoptable();
        }
        if (tried != null && version != null && standsOtherwise(version, tried)) {
            throw new ReplayNotAllowed(
                    "Other constants stand under this calibration by now: try yours under another name");
        }
        List<Object> orders = new ArrayList<>();
        var day = validFrom;
        if (rule != null) {
            var order = order(rule, validFrom);
            orders.add(order);
            day = order.validFrom();
        }
        if (tried != null && version != null && !stands(version, day, rule != null)) {
            orders.add(constants.stated(version, tried, "replay " + id.value(), day));
        }
        return together.send(orders);
    }

    private AdoptRule order(ScoringRule rule, @Nullable LocalDate validFrom) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var adopted = rules.find(rule.rule());
        if (adopted.isEmpty()) {
            shelf.all().forEach(rule::check); // one can have come since it was tried
        }
        var from = Optional.ofNullable(validFrom)
                .or(() -> adopted.map(known -> known.validFrom()))
                .orElse(today.plusDays(1));
        return new AdoptRule(rule.rule(), rule, from, today);
    }

    /**
     * Alone they are adopted for the very day that was asked for; beside a rule that begins then they may stand before, as
     * long as they are the ones that hold then.
     */
    private boolean stands(CalibrationVersion version, @Nullable LocalDate day, boolean besideARule) {
        return calibrations
                .find(version)
                .map(CalibrationAdopted::validFrom)
                .filter(from ->
                        day == null || from.equals(day) || besideARule && from.isBefore(day) && hold(version, day))
                .isPresent();
    }

    private boolean hold(CalibrationVersion version, LocalDate day) {
        return calibrations.validOn(day).version().equals(version.value());
    }

    private boolean standsOtherwise(CalibrationVersion version, Constants tried) {
        return calibrations
                .find(version)
                .filter(adopted -> !adopted.constants().equals(tried))
                .isPresent();
    }

    /** Something in the request cannot be computed with. */
    static final class ReplayNotAllowed extends Refusal {
        private static final long serialVersionUID = 1;

        ReplayNotAllowed(String message) {
            super(Kind.UNACCEPTABLE, "replay-not-allowed", message);
        }
    }

    /** Two lists over the same texts would tell whether a word stands in one of them. */
    static final class LexiconReplayNotAllowed extends Refusal {
        private static final long serialVersionUID = 1;

        LexiconReplayNotAllowed() {
            super(
                    Kind.UNACCEPTABLE,
                    "lexicon-replay-not-allowed",
                    "Texts are read by the list that was in force when they were released and by no other: the"
                            + " difference of two lists would tell whether a word stands in somebody's text");
        }
    }

    /** Nothing that was tried can be made to hold. */
    static final class ReplayNotAdoptable extends Refusal {
        private static final long serialVersionUID = 1;

        ReplayNotAdoptable() {
            super(
                    Kind.UNACCEPTABLE,
                    "replay-not-adoptable",
                    "Only a replay with a rule or with constants of its own, and without a mapping, can be adopted");
        }
    }
}
