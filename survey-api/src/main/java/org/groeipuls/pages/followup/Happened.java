package org.groeipuls.pages.followup;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.groeipuls.action.ActionState;
import org.groeipuls.api.followup.ActionDesk.ToldAction;
import org.groeipuls.api.followup.BundleDesk.ToldAnswer;
import org.groeipuls.api.followup.BundleDesk.ToldBundle;
import org.groeipuls.api.followup.PointDesk.OwnPoint;
import org.groeipuls.api.storage.Wordings;
import org.groeipuls.pages.Words;
import org.groeipuls.team.TeamId;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;

/**
 * "What happened with your answers", in words. The page on which people answer is open to everybody who has its address,
 * so there only whoever is signed in and answers in the team reads what was agreed; others read how many there are.
 *
 * @param tally how many there are and how far; empty where the lines stand, or there are none
 */
public record Happened(List<Line> actions, List<Sent> points, List<Answer> answers, String tally) {
    /** An action: what, whose turn and until when, how far, and what came of it. */
    public record Line(String id, String text, String owner, String state, boolean open, String outcome) {}

    /** What a group sent up, and in whose name. */
    public record Sent(String id, String text, String unit, String how) {}

    /** What the direction says, and to what. */
    public record Answer(String theme, String decision, String because, String when) {}

    /** How many concluded actions a page with other news has room for. */
    private static final int CONCLUDED = 3;

    public boolean empty() {
        return actions.isEmpty() && points.isEmpty() && answers.isEmpty() && tally.isEmpty();
    }

    /** For somebody's inbox. */
    public static Happened to(Authentication who, FollowUp followUp, Words words) {
        var bundles = followUp.answers();
        return new Happened(
                lines(followUp.actions(who), words),
                sent(followUp.points(who), bundles, words),
                bundles.stream()
                        .flatMap(bundle -> answer(bundle, words).stream())
                        .toList(),
                "");
    }

    /** For the page on which the people of these teams answer. */
    public static Happened in(Collection<TeamId> teams, @Nullable Authentication who, FollowUp followUp, Words words) {
        var own = who == null
                ? List.<ToldAction>of()
                : followUp.actions(who).stream()
                        .filter(action -> teams.contains(action.team()))
                        .toList();
        if (!own.isEmpty()) {
            return new Happened(lines(own, words), List.of(), List.of(), "");
        }
        var tally = followUp.tally(teams);
        return new Happened(
                List.of(),
                List.of(),
                List.of(),
                tally.all() == 0
                        ? ""
                        : words.text("happened.tally", tally.all(), tally.done(), tally.open(), tally.dropped()));
    }

    /** What a team works on, and below it what came of the last things that are over; both by when they are due. */
    public static List<Line> latest(List<ToldAction> actions, Words words) {
        var over = actions.stream()
                .filter(action -> action.state() != ActionState.OPEN)
                .sorted(Comparator.comparing(ToldAction::due).reversed())
                .limit(CONCLUDED);
        return Stream.concat(actions.stream().filter(action -> action.state() == ActionState.OPEN), over)
                .map(action -> line(action, words))
                .toList();
    }

    public static List<Line> lines(List<ToldAction> actions, Words words) {
        return actions.stream().map(action -> line(action, words)).toList();
    }

    private static Line line(ToldAction action, Words words) {
        boolean open = action.state() == ActionState.OPEN;
        var owner = words.text("actions.owner." + action.owner().word());
        var outcome = action.outcome();
        return new Line(
                action.id().value(),
                shown(action.text(), words),
                open ? words.text("actions.turn", owner, words.date(action.due())) : "",
                words.text("actions.state." + action.state().word()),
                open,
                outcome == null ? "" : words.text("actions.came", shown(outcome, words)));
    }

    public static List<Sent> sent(List<OwnPoint> points, List<ToldBundle> bundles, Words words) {
        return points.stream()
                .map(point -> new Sent(
                        point.id().value(),
                        shown(point.text(), words),
                        words.text("points.in-name", point.unitName()),
                        how(point, bundles, words)))
                .toList();
    }

    private static String how(OwnPoint point, List<ToldBundle> bundles, Words words) {
        var bundle = point.bundle();
        if (bundle == null) {
            return words.text("points.waiting");
        }
        return bundles.stream()
                .filter(one -> one.id().equals(bundle))
                .flatMap(one -> answer(one, words).stream())
                .map(answer -> answer.decision() + " " + answer.because())
                .findFirst()
                .orElseGet(() -> words.text("points.bundled"));
    }

    private static java.util.Optional<Answer> answer(ToldBundle bundle, Words words) {
        return java.util.Optional.ofNullable(bundle.answer()).map(answer -> answer(bundle, answer, words));
    }

    public static Answer answer(ToldBundle bundle, ToldAnswer answer, Words words) {
        return new Answer(
                shown(bundle.theme(), words),
                words.text("bundles.decision." + answer.decision().word()),
                shown(answer.because(), words),
                words.date(answer.answeredOn()));
    }

    /** The wording, or in the reader's language that it was removed. */
    public static String shown(String text, Words words) {
        return text.equals(Wordings.REMOVED) ? words.text("wording.removed") : text;
    }
}
