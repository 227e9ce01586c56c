package org.groeipuls.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

@Tag("bench")
class BlindTicketsCostTest {
    @Test
    void a_ballot_costs_less_than_a_millisecond_and_a_core_signs_500_tickets_a_second() throws RunnerException {
        Map<String, Double> microseconds = new Runner(new OptionsBuilder()
                        .include(BlindTicketsBench.class.getSimpleName())
                        .build())
                .run().stream()
                        .collect(Collectors.toMap(
                                result -> result.getPrimaryResult().getLabel(),
                                result -> result.getPrimaryResult().getScore()));

        assertThat(microseconds.get("verifyAndUnseal")).isLessThan(1_000);
        assertThat(microseconds.get("sign")).isLessThan(2_000);
    }
}
