package org.groeipuls.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.groeipuls.language.Category.BLAME;
import static org.groeipuls.language.Category.LEARNING;
import static org.groeipuls.language.Category.SILENCE;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UnitTalkTest {
    private static final Set<Category> ALL = Set.of(Category.values());

    @Test
    void texts_are_counted_once_for_each_category_they_mention() {
        List<Reading> readings = List.of(
                new Reading(Set.of(LEARNING), Set.of()),
                new Reading(Set.of(LEARNING, BLAME), Set.of()),
                new Reading(Set.of(), Set.of(BLAME)),
                new Reading(Set.of(SILENCE), Set.of()));
        assertThat(UnitTalk.of(6, readings)).isEqualTo(new UnitTalk(6, 2, 1, 1));
    }

    @Test
    void learning_against_blame_is_a_log_odds_and_silence_a_share() {
        UnitTalk talk = new UnitTalk(20, 14, 5, 3);
        assertThat(talk.theta(ALL)).hasValue(LogOdds.of(14, 5));
        UnitTalk.SilenceShare share = talk.silenceShare(ALL).orElseThrow();
        assertThat(share.share()).isCloseTo(3 / 22.0, within(1e-12));
        // Wilson by hand: z² = 2.70554; (p + z²/2n ± z√(p(1-p)/n + z²/4n²)) / (1 + z²/n)
        assertThat(share.interval().low()).isCloseTo(0.055841, within(1e-5));
        assertThat(share.interval().high()).isCloseTo(0.296531, within(1e-5));
    }

    @Test
    void fewer_than_five_respondents_are_not_shown() {
        assertThat(new UnitTalk(4, 4, 4, 1).isShown()).isFalse();
        assertThat(new UnitTalk(5, 4, 4, 1).isShown()).isTrue();
        assertThat(new UnitTalk(4, 4, 4, 1).theta(ALL)).isEmpty();
        assertThat(new UnitTalk(4, 4, 4, 1).silenceShare(ALL)).isEmpty();
    }

    @Test
    void fewer_than_five_mentions_of_learning_and_blame_together_are_not_shown() {
        assertThat(new UnitTalk(40, 3, 1, 30).isShown()).isFalse();
        assertThat(new UnitTalk(40, 3, 2, 30).isShown()).isTrue();
        assertThat(new UnitTalk(40, 3, 1, 30).silenceShare(ALL)).isEmpty();
    }

    @Test
    void a_category_that_did_not_pass_takes_the_figures_it_is_part_of_along() {
        UnitTalk talk = new UnitTalk(20, 14, 5, 3);
        assertThat(talk.theta(Set.of(LEARNING, BLAME))).isPresent();
        assertThat(talk.silenceShare(Set.of(LEARNING, BLAME))).isEmpty();
        assertThat(talk.theta(Set.of(LEARNING, SILENCE))).isEmpty();
        assertThat(talk.theta(Set.of())).isEmpty();
    }

    @Test
    void counts_that_cannot_be_are_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new UnitTalk(5, 6, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new UnitTalk(5, -1, 0, 0));
    }
}
