package org.groeipuls.api.analyst;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.groeipuls.api.past.Then;
import org.groeipuls.api.replay.Job;
import org.groeipuls.api.replay.Replays;
import org.groeipuls.api.security.Role;
import org.groeipuls.organisation.Organisation.KnownGroup;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.refusal.Refusal;
import org.groeipuls.rule.RuleEvent.RuleAdopted;
import org.groeipuls.rule.RuleVersion;
import org.groeipuls.rule.ScoringRule;
import org.groeipuls.ruling.RuleTable;
import org.groeipuls.trend.TeamTrend;
import org.groeipuls.trend.TrendPoint;
import org.groeipuls.trend.Trends;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;

/**
 * Trends as they are under one rule for all pulses: those of the newest replay that tried this rule and nothing else. They
 * are made from released figures only, as every replay is.
 */
public final class RuledTrends {
    private final Replays replays;
    private final RuleTable rules;
    private final Trends live;

    RuledTrends(Replays replays, RuleTable rules, Trends live) {
        this.replays = replays;
        this.rules = rules;
        this.live = live;
    }

    /**
     * The trend of a group under a rule; of the day that the request reads as of, if it does.
     *
     * @throws RuleForAnalysts when somebody else asks
     * @throws RuleNotReplayed when no replay of it is kept that holds all that was counted
     */
    public TeamTrend read(RuleVersion rule, KnownGroup group, String construct, Authentication who) {
        if (!Role.ANALYST.heldBy(who)) {
            throw new RuleForAnalysts();
        }
        var shown = live.read(group, construct);
        if (rule.equals(ScoringRule.BUILT_IN.rule()) && rules.all().isEmpty()) {
            return shown;
        }
        var day = Then.moment()
                .map(moment -> LocalDate.ofInstant(moment, ZoneOffset.UTC))
                .orElse(null);
        var job = newest(rule, day).orElseThrow(() -> new RuleNotReplayed(rule));
        var trend = replays.trends(job).recomputed(group, List.of(construct)).getFirst();
        var known = new HashSet<>(pulses(trend));
        if (!known.containsAll(pulses(shown))) {
            throw new RuleNotReplayed(rule);
        }
        return trend;
    }

    /** Under a name that was adopted stands what was adopted; under another what was tried last. */
    private Optional<Job> newest(RuleVersion rule, @Nullable LocalDate day) {
        var adopted = rules.find(rule).map(RuleAdopted::content);
        return replays.all().stream()
                .filter(job -> job.state() == Job.State.DONE)
                .filter(job -> tried(job, rule, adopted, day))
                .findFirst();
    }

    private static boolean tried(Job job, RuleVersion rule, Optional<ScoringRule> adopted, @Nullable LocalDate day) {
        var terms = job.terms();
        var tried = terms.rule();
        return tried != null
                && tried.rule().equals(rule)
                && adopted.map(tried::equals).orElse(true)
                && terms.calibration() == null
                && terms.mapping() == null
                && java.util.Objects.equals(terms.asOf(), day);
    }

    private static Set<PulseId> pulses(TeamTrend trend) {
        return trend.points().stream().map(TrendPoint::pulse).collect(Collectors.toSet());
    }

    /** What is shown to leads and groups is what holds for all. */
    static final class RuleForAnalysts extends Refusal {
        private static final long serialVersionUID = 1;

        RuleForAnalysts() {
            super(
                    Kind.UNACCEPTABLE,
                    "rule-for-analysts",
                    "Trends under another rule are for analysts; leave rule out and you get what is shown to everybody");
        }
    }

    /** There is nothing yet to read it from. */
    static final class RuleNotReplayed extends Refusal {
        private static final long serialVersionUID = 1;

        RuleNotReplayed(RuleVersion rule) {
            super(
                    Kind.CONFLICT,
                    "rule-not-replayed",
                    "No replay is kept of the rule " + rule.value()
                            + " alone that holds all that was counted: begin one"
                            + " with POST /replays, of the same asOf if there is one");
        }
    }
}
