package org.groeipuls.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import org.groeipuls.scoring.Pattern.Level;
import org.junit.jupiter.api.Test;

class PatternTest {
    @Test
    void once_is_for_the_group_and_two_of_three_for_the_organisation() {
        Pattern once = Pattern.NONE.next(.8, true);
        assertThat(once.level()).isEqualTo(Level.GROUP);
        assertThat(once.next(.8, true).level()).isEqualTo(Level.ORGANISATION);
        assertThat(once.next(.4, false).level()).isEqualTo(Level.GROUP);
        assertThat(once.next(.4, false).next(.8, true).level()).isEqualTo(Level.ORGANISATION);
        assertThat(once.next(.4, false).next(.4, false).next(.8, true).level()).isEqualTo(Level.GROUP);
        assertThat(Pattern.NONE.next(.4, false).level()).isEqualTo(Level.NONE);
    }

    @Test
    void a_small_gap_clears_everything_before_it() {
        Pattern twice = Pattern.NONE.next(.8, true).next(.8, true);
        assertThat(twice.next(.299, false)).isEqualTo(Pattern.NONE);
        assertThat(twice.next(.299, false).next(.8, true).level()).isEqualTo(Level.GROUP);
        assertThat(twice.next(.30, false).level()).isEqualTo(Level.ORGANISATION);
    }

    @Test
    void a_level_once_reached_stays_until_it_is_cleared() {
        Pattern later = Pattern.NONE.next(.8, true);
        for (int occasion = 0; occasion < 5; occasion++) {
            later = later.next(.4, false);
        }
        assertThat(later.level()).isEqualTo(Level.GROUP);
        assertThat(later.recent()).containsExactly(false, false, false);
    }

    @Test
    void extra_evidence_makes_once_enough_but_makes_nothing_of_nothing() {
        assertThat(Pattern.NONE.next(.8, true).supported().level()).isEqualTo(Level.ORGANISATION);
        assertThat(Pattern.NONE.supported()).isEqualTo(Pattern.NONE);
        Pattern twice = Pattern.NONE.next(.8, true).next(.8, true);
        assertThat(twice.supported()).isEqualTo(twice);
    }

    @Test
    void only_three_occasions_count_and_gaps_are_numbers() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Pattern(Level.NONE, List.of(false, false, false, false)));
        assertThatIllegalArgumentException().isThrownBy(() -> Pattern.NONE.next(Double.NaN, true));
    }

    @Test
    void with_twenty_groups_a_gap_must_also_stand_out() {
        PairedGap usual = new PairedGap(8, 4, 3.6, .4, .1, .2);
        PairedGap clear = new PairedGap(8, 4, 3.35, .65, .1, .4);
        assertThat(PairedGap.usual(Collections.nCopies(19, usual))).isEmpty();
        OptionalDouble median = PairedGap.usual(Collections.nCopies(20, usual));
        assertThat(median).hasValue(.4);
        assertThat(clear.pattern(GapRule.SCALES, median)).isTrue();
        assertThat(clear.pattern(GapRule.SCALES, OptionalDouble.of(.41))).isFalse();
        assertThat(clear.pattern(GapRule.SCALES, OptionalDouble.empty())).isTrue();
        assertThat(usual.pattern(GapRule.SCALES, OptionalDouble.of(-1))).isFalse();
    }

    @Test
    void evidence_beside_the_gap_has_its_limits() {
        assertThat(ExtraEvidence.practiceIsRare(2.5)).isTrue();
        assertThat(ExtraEvidence.practiceIsRare(2.51)).isFalse();
        assertThat(ExtraEvidence.noFormFor(91)).isTrue();
        assertThat(ExtraEvidence.noFormFor(90)).isFalse();
        assertThat(ExtraEvidence.silenceIsHeard(3.5, 3)).isTrue();
        assertThat(ExtraEvidence.silenceIsHeard(3.49, 3)).isFalse();
        assertThat(ExtraEvidence.leadersStayAway(3, .2, .7)).isTrue();
        assertThat(ExtraEvidence.leadersStayAway(2, .2, .7)).isFalse();
        assertThat(ExtraEvidence.leadersStayAway(3, .2, .6)).isFalse();
        assertThat(ExtraEvidence.leadersStayAway(3, 0, 0)).isFalse();
        assertThat(ExtraEvidence.celebratingSeemsCareless(3.5)).isTrue();
        assertThat(ExtraEvidence.celebratingSeemsCareless(3.49)).isFalse();
        assertThat(ExtraEvidence.fearOfCelebrating(3.5, 2.9)).isTrue();
        assertThat(ExtraEvidence.fearOfCelebrating(3.5, 3)).isFalse();
        assertThat(ExtraEvidence.fearOfCelebrating(3.4, 2)).isFalse();
    }

    @Test
    void evidence_outside_its_range_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> ExtraEvidence.practiceIsRare(0));
        assertThatIllegalArgumentException().isThrownBy(() -> ExtraEvidence.noFormFor(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> ExtraEvidence.silenceIsHeard(3, 6));
        assertThatIllegalArgumentException().isThrownBy(() -> ExtraEvidence.leadersStayAway(3, 1.2, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> ExtraEvidence.leadersStayAway(3, 1, 1.2));
        assertThatIllegalArgumentException().isThrownBy(() -> ExtraEvidence.leadersStayAway(-1, 0, 1));
    }
}
