package org.groeipuls.api.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class CourtesyTest {
    private long wall;
    private long process;
    private long own;
    private final List<Long> rests = new ArrayList<>();
    private final Courtesy courtesy = new Courtesy(new Courtesy.Times() {
        @Override
        public long wall() {
            return wall;
        }

        @Override
        public long process() {
            return process;
        }

        @Override
        public long own() {
            return own;
        }

        @Override
        public void rest(long nanos) {
            rests.add(TimeUnit.NANOSECONDS.toMillis(nanos));
            wall += nanos;
            process += nanos; // others go on
        }
    });

    /** Works for so many milliseconds on a processor and a half, while others take a share of one. */
    private void works(long millis, double others) {
        long nanos = TimeUnit.MILLISECONDS.toNanos(millis);
        wall += nanos;
        own += nanos * 3 / 2;
        process += nanos * 3 / 2 + (long) (others * nanos);
        courtesy.giveWay();
    }

    @Test
    void work_that_nobody_waits_for_never_rests() {
        for (int stretch = 0; stretch < 50; stretch++) {
            works(120, .1);
        }
        assertThat(rests).isEmpty();
    }

    @Test
    void as_long_as_others_are_busy_it_rests_seven_times_as_long_as_it_worked() {
        works(120, .3);
        works(120, 1);
        works(120, .1);
        assertThat(rests).containsExactly(840L, 840L);
    }

    @Test
    void nothing_is_said_of_less_than_a_tenth_of_a_second() {
        works(60, 2);
        assertThat(rests).isEmpty();
        works(60, 0);
        assertThat(rests).as("of both together").containsExactly(840L);
    }

    @Test
    void it_never_rests_longer_than_two_seconds() {
        works(5_000, 2);
        assertThat(rests).containsExactly(2_000L);
    }
}
