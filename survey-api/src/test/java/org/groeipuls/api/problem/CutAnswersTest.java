package org.groeipuls.api.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.ModelAndView;

/** What becomes of an answer that fails, whatever its format: where a problem could be written, too. */
class CutAnswersTest {
    private static @Nullable ModelAndView failed(boolean begun, Exception why) {
        var response = new MockHttpServletResponse();
        response.setCommitted(begun);
        return new CutAnswers().resolveException(new MockHttpServletRequest(), response, null, why);
    }

    @Test
    void one_that_was_begun_is_cut_off_and_nothing_is_said_of_what_stood_in_it() {
        assertThatThrownBy(() -> failed(true, new IllegalStateException("Wat Ann schreef")))
                .hasMessage("An answer was cut off by java.lang.IllegalStateException")
                .hasNoCause();
    }

    @Test
    void of_one_that_was_not_begun_a_problem_says_why() {
        assertThat(failed(false, new IllegalStateException("Wat Ann schreef"))).isNull();
    }

    @Test
    void whoever_went_away_is_no_fault() {
        assertThat(failed(true, new IOException("Broken pipe"))).isNull();
    }
}
