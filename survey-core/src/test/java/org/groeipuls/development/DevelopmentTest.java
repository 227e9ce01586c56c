package org.groeipuls.development;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.groeipuls.development.BundleCommand.AnswerBundle;
import org.groeipuls.development.BundleCommand.BundlePoints;
import org.groeipuls.development.BundleEvent.AnswerCorrected;
import org.groeipuls.development.BundleEvent.BundleAnswered;
import org.groeipuls.development.BundleEvent.BundleChanged;
import org.groeipuls.development.BundleEvent.PointsBundled;
import org.groeipuls.development.GoalCommand.SetGoal;
import org.groeipuls.development.GoalEvent.GoalChanged;
import org.groeipuls.development.GoalEvent.GoalSet;
import org.groeipuls.development.PointCommand.RemovePointWords;
import org.groeipuls.development.PointCommand.SendPoint;
import org.groeipuls.development.PointEvent.PointReworded;
import org.groeipuls.development.PointEvent.PointSent;
import org.groeipuls.development.PointEvent.PointWordsRemoved;
import org.groeipuls.team.UnitId;
import org.groeipuls.wording.WordingId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DevelopmentTest {
    private static final LocalDate TODAY = LocalDate.parse("2027-03-10");
    private static final WordingId TEXT = new WordingId("text");
    private static final WordingId OTHER = new WordingId("other");
    private static final UnitId CITY = new UnitId("city");
    private static final PointId POINT = new PointId("point");
    private static final BundleId BUNDLE = new BundleId("bundle");
    private static final GoalId GOAL = new GoalId("goal");
    private static final TreeSet<PointId> ONE = new TreeSet<>(List.of(POINT));
    private static final PointsBundled BUNDLED = new PointsBundled(BUNDLE, TEXT, ONE, LocalDate.parse("2027-04-07"));
    private static final BundleAnswered ANSWERED = new BundleAnswered(BUNDLE, Decision.WE_DO, TEXT, TODAY);

    private final AggregateTestFixture<Bundle> bundle = new AggregateTestFixture<>(Bundle.class);

    @Test
    void a_point_goes_up_in_the_name_of_its_first_unit() {
        var sent = new PointSent(POINT, CITY, TEXT);
        points().givenNoPriorActivity().when(new SendPoint(POINT, CITY, TEXT)).expectEvents(sent);
        points().given(sent)
                .when(new SendPoint(POINT, new UnitId("works"), TEXT))
                .expectNoEvents();
        points().given(sent).when(new SendPoint(POINT, CITY, OTHER)).expectEvents(new PointReworded(POINT, OTHER));
        points().given(sent).when(new RemovePointWords(POINT)).expectEvents(new PointWordsRemoved(POINT));
        points().given(sent, new PointWordsRemoved(POINT))
                .when(new RemovePointWords(POINT))
                .expectNoEvents();
    }

    @Test
    void a_bundle_is_to_be_answered_within_four_weeks() {
        bundle.givenNoPriorActivity()
                .when(new BundlePoints(BUNDLE, TEXT, ONE, TODAY))
                .expectEvents(BUNDLED);
    }

    @Test
    void a_bundle_without_points_is_none() {
        bundle.givenNoPriorActivity()
                .when(new BundlePoints(BUNDLE, TEXT, new TreeSet<>(), TODAY))
                .expectException(BundleRefusal.class);
    }

    @Test
    void the_last_day_stays_when_a_bundle_is_changed_later() {
        bundle.given(BUNDLED)
                .when(new BundlePoints(BUNDLE, OTHER, ONE, TODAY.plusDays(20)))
                .expectEvents(new BundleChanged(BUNDLE, OTHER, ONE));
    }

    @Test
    void an_answered_bundle_keeps_its_points_and_the_answer_can_be_corrected() {
        var more = new TreeSet<>(List.of(POINT, new PointId("more")));
        bundle.given(BUNDLED)
                .when(new AnswerBundle(BUNDLE, Decision.WE_DO, TEXT, TODAY))
                .expectEvents(ANSWERED);
        bundles()
                .given(BUNDLED, ANSWERED)
                .when(new BundlePoints(BUNDLE, TEXT, more, TODAY))
                .expectException(BundleRefusal.class);
        bundles()
                .given(BUNDLED, ANSWERED)
                .when(new AnswerBundle(BUNDLE, Decision.WE_DO, TEXT, TODAY.plusDays(3)))
                .expectNoEvents();
        bundles()
                .given(BUNDLED, ANSWERED)
                .when(new AnswerBundle(BUNDLE, Decision.WE_DO_NOT, OTHER, TODAY))
                .expectEvents(new AnswerCorrected(BUNDLE, Decision.WE_DO_NOT, OTHER));
    }

    @Test
    void a_goal_has_a_direction_or_a_level_and_of_leaders_no_level() {
        var rise = aim("psychological-safety", Wanted.RISE, null);
        var level = aim("psychological-safety", null, 3.5);
        goals().givenNoPriorActivity().when(set(rise)).expectEvents(new GoalSet(GOAL, rise));
        goals().given(new GoalSet(GOAL, rise)).when(set(rise)).expectNoEvents();
        goals().given(new GoalSet(GOAL, rise)).when(set(level)).expectEvents(new GoalChanged(GOAL, level));
        for (var wrong : List.of(
                aim("psychological-safety", Wanted.RISE, 3.5),
                aim("psychological-safety", null, null),
                aim("psychological-safety", null, 5.5),
                aim("psychological-safety", null, 3.4),
                aim("psychological-safety", null, Double.NaN),
                aim("leader-role-modelling", null, 3.5),
                aim("vision", null, 3.5))) {
            goals().givenNoPriorActivity().when(set(wrong)).expectException(GoalNotSettable.class);
        }
        for (var leaders : List.of("leader-role-modelling", "vision")) {
            goals().givenNoPriorActivity()
                    .when(set(aim(leaders, Wanted.RISE, null)))
                    .expectSuccessfulHandlerExecution();
        }
    }

    private static AggregateTestFixture<DevelopmentPoint> points() {
        return new AggregateTestFixture<>(DevelopmentPoint.class);
    }

    private static AggregateTestFixture<Bundle> bundles() {
        return new AggregateTestFixture<>(Bundle.class);
    }

    private static AggregateTestFixture<OrganisationGoal> goals() {
        return new AggregateTestFixture<>(OrganisationGoal.class);
    }

    private static Aim aim(String construct, @Nullable Wanted wanted, @Nullable Double level) {
        return new Aim(TEXT, construct, null, wanted, level, TODAY, TODAY.plusDays(100), null);
    }

    private static SetGoal set(Aim aim) {
        return new SetGoal(GOAL, aim, TODAY);
    }
}
