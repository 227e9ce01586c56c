package org.groeipuls.api.hr;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.pulse.PulseState;
import org.jspecify.annotations.Nullable;

/**
 * One day of a programme, past or to come.
 *
 * @param day on which the pulse opens, where the programme's clock hangs
 * @param forms what groups are asked: one form for all, or by unit in turns
 * @param pulseState how far an issued pulse is
 * @param reminders when everybody is reminded by mail; absent where it is not known yet, or no mail goes
 * @param resultsOn when those who were asked can expect the results
 * @param reason why it is skipped
 */
public record Occurrence(
        LocalDate day,
        PulseId pulse,
        Stage state,
        @Nullable PulseState pulseState,
        @Nullable List<String> forms,
        @Nullable Instant ticketsFrom,
        @Nullable Instant opensAt,
        @Nullable Instant closesAt,
        @Nullable List<Instant> reminders,
        @Nullable LocalDate resultsOn,
        boolean leadersAsked,
        @Nullable Words reason) {
    /** What became of a day, or comes of it. */
    public enum Stage {
        @JsonProperty("planned")
        PLANNED,
        @JsonProperty("issued")
        ISSUED,
        @JsonProperty("skipped")
        SKIPPED
    }

    /** @param detail in the reader's language */
    public record Words(String code, String detail) {}
}
