package org.groeipuls.api.followup;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SortedSet;
import org.groeipuls.api.followup.PointDesk.ToldPoint;
import org.groeipuls.api.problem.NotFound;
import org.groeipuls.api.security.Role;
import org.groeipuls.api.storage.Commands;
import org.groeipuls.api.storage.Together;
import org.groeipuls.api.storage.Wordings;
import org.groeipuls.development.BundleCommand.AnswerBundle;
import org.groeipuls.development.BundleCommand.BundlePoints;
import org.groeipuls.development.BundleCommand.RemoveBundleWords;
import org.groeipuls.development.BundleId;
import org.groeipuls.development.Decision;
import org.groeipuls.development.PointId;
import org.groeipuls.followup.DevelopmentTable;
import org.groeipuls.followup.KnownBundle;
import org.groeipuls.refusal.Refusal;
import org.groeipuls.wording.WordingRules;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;

/** Where HR puts development points together and the direction answers. Everybody reads themes and answers. */
public final class BundleDesk {
    private final Commands commands;
    private final Together together;
    private final Wordings wordings;
    private final DevelopmentTable table;
    private final PointDesk points;
    private final InstantSource clock;

    public BundleDesk(
            Commands commands,
            Together together,
            Wordings wordings,
            DevelopmentTable table,
            PointDesk points,
            InstantSource clock) {
        this.commands = commands;
        this.together = together;
        this.wordings = wordings;
        this.table = table;
        this.points = points;
        this.clock = clock;
    }

    /** What the direction said. */
    public record ToldAnswer(Decision decision, String because, LocalDate answeredOn) {
        @Override
        public String toString() {
            return "ToldAnswer[not shown]";
        }
    }

    /**
     * A bundle with its texts.
     *
     * @param overdue whether the four weeks are over without an answer
     * @param points for HR and the direction only
     */
    public record ToldBundle(
            BundleId id,
            String theme,
            LocalDate answerBy,
            boolean overdue,
            @Nullable List<ToldPoint> points,
            @Nullable ToldAnswer answer) {
        @Override
        public String toString() {
            return "ToldBundle[not shown]";
        }
    }

    /** All bundles, as far as somebody may see them. */
    public List<ToldBundle> all(Authentication who) {
        boolean above = Role.HR.heldBy(who) || Role.DIRECTION.heldBy(who);
        return table.bundles().stream().map(known -> told(known, above)).toList();
    }

    /** What was answered, for everybody. */
    public List<ToldBundle> answered() {
        return table.bundles().stream()
                .filter(known -> known.answer() != null)
                .map(known -> told(known, false))
                .toList();
    }

    /** @throws NotFound when there is none */
    public ToldBundle find(BundleId id, Authentication who) {
        return all(who).stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow(NotFound::new);
    }

    private ToldBundle told(KnownBundle known, boolean above) {
        var answer = known.answer();
        return new ToldBundle(
                known.id(),
                wordings.read(known.theme()),
                known.answerBy(),
                known.overdue(today()),
                above ? told(known.points()) : null,
                answer == null
                        ? null
                        : new ToldAnswer(answer.decision(), wordings.read(answer.because()), answer.answeredOn()));
    }

    private List<ToldPoint> told(SortedSet<PointId> ids) {
        return ids.stream()
                .flatMap(id -> table.find(id).map(points::told).stream())
                .toList();
    }

    /**
     * Puts points together, or otherwise than before.
     *
     * @throws Refusal when a rule says no
     * @return whether it was not known before
     */
    public boolean bundle(BundleId id, String theme, SortedSet<PointId> chosen) {
        commands.awaitViews();
        for (var point : chosen) {
            if (table.find(point).isEmpty()) {
                throw FollowUpRefusal.pointUnknown();
            }
            if (table.bundleOf(point).filter(other -> !other.id().equals(id)).isPresent()) {
                throw FollowUpRefusal.pointElsewhere();
            }
        }
        var known = table.find(id);
        var draft = wordings.draft(theme(id), known.map(KnownBundle::theme).orElse(null), theme, WordingRules.SENTENCE);
        together.change(
                transaction -> wordings.keep(draft), List.of(new BundlePoints(id, draft.id(), chosen, today())));
        return known.isEmpty();
    }

    /**
     * Answers a bundle, or otherwise than before.
     *
     * @throws NotFound when there is none
     * @throws Refusal when a rule says no
     */
    public void answer(BundleId id, Decision decision, String because) {
        commands.awaitViews();
        var answer = table.find(id).orElseThrow(NotFound::new).answer();
        var draft =
                wordings.draft(because(id), answer == null ? null : answer.because(), because, WordingRules.SENTENCES);
        together.change(
                transaction -> wordings.keep(draft), List.of(new AnswerBundle(id, decision, draft.id(), today())));
    }

    /** Erases theme and answer; once more changes nothing. @throws NotFound when there is none */
    public void removeWords(BundleId id) {
        commands.awaitViews();
        if (table.find(id).isEmpty()) {
            throw new NotFound();
        }
        together.change(
                transaction -> wordings.remove(List.of(theme(id), because(id))), List.of(new RemoveBundleWords(id)));
    }

    private static String theme(BundleId id) {
        return id + ":theme";
    }

    private static String because(BundleId id) {
        return id + ":because";
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
