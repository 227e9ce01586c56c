package org.groeipuls.api.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PaceTest {
    private static final int EVENTS = 500;
    private static final long STRETCH_MILLIS = 1000L * EVENTS / Pace.SPEED;

    private long now;
    private long rested;
    private boolean open;
    private int asked;
    private long done;

    private final Pace pace = new Pace(
            () -> {
                asked++;
                return open;
            },
            new Pace.Time() {
                @Override
                public long now() {
                    return now;
                }

                @Override
                public void pass(long nanos) {
                    rested += Math.max(0, nanos);
                    now += Math.max(0, nanos);
                }
            });

    @BeforeEach
    void nothing_has_been_done() {
        now = 0;
        rested = 0;
    }

    private void works(long millis) {
        now += TimeUnit.MILLISECONDS.toNanos(millis);
        done += EVENTS;
        pace.at(done);
    }

    private long millis() {
        return TimeUnit.NANOSECONDS.toMillis(now);
    }

    @Test
    void work_that_goes_on_does_not_wait_for_what_was_done_before() {
        open = true;
        done = 900_000;
        works(10);
        assertThat(rested).isZero();
        works(10);
        assertThat(TimeUnit.NANOSECONDS.toMillis(rested)).isEqualTo(STRETCH_MILLIS - 10);
    }

    @Test
    void without_an_open_pulse_it_never_rests() {
        pace.start(0);
        for (int stretch = 0; stretch < 50; stretch++) {
            works(10);
        }
        assertThat(rested).isZero();
    }

    @Test
    void while_a_pulse_is_open_a_stretch_takes_the_same_time_whatever_the_computer_does_beside_it() {
        open = true;
        pace.start(0);
        long stretches = 0;
        for (long busy = 0; busy <= STRETCH_MILLIS; busy += 20) {
            works(busy);
            stretches++;
            assertThat(millis()).isEqualTo(stretches * STRETCH_MILLIS);
        }
    }

    @Test
    void what_took_too_long_is_not_caught_up_with() {
        open = true;
        pace.start(0);
        works(STRETCH_MILLIS * 3);
        works(0);
        assertThat(millis()).isEqualTo(STRETCH_MILLIS * 4);
    }

    @Test
    void it_goes_on_fast_within_a_second_after_the_last_pulse_is_closed_and_asks_no_more_often() {
        open = true;
        pace.start(0);
        works(1);
        open = false;
        while (millis() < 1000) {
            works(1);
        }
        long before = rested;
        for (int stretch = 0; stretch < 100; stretch++) {
            works(1);
        }
        assertThat(rested).isEqualTo(before);
        assertThat(asked).isLessThanOrEqualTo(1 + (int) (millis() / 1000));
    }
}
