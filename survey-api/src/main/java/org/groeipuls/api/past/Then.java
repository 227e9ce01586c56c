package org.groeipuls.api.past;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** As of which day the present thread reads; a request has one thread. */
public final class Then {
    private static final ThreadLocal<@Nullable Visit> VISIT = new ThreadLocal<>();

    private Then() {}

    /** The last moment of the day as of which is read; empty when it is now. */
    public static Optional<Instant> moment() {
        return Optional.ofNullable(VISIT.get()).map(visit -> endOf(visit.day()));
    }

    /** The views of that day; empty when it is now. */
    static Optional<JdbcClient> views() {
        return Optional.ofNullable(VISIT.get()).map(Visit::views);
    }

    /** What is now, also in a request that reads as of an earlier day. */
    public static <T> T now(Supplier<T> read) {
        var visit = VISIT.get();
        VISIT.remove();
        try {
            return read.get();
        } finally {
            if (visit != null) {
                VISIT.set(visit);
            }
        }
    }

    static void begin(Visit visit) {
        VISIT.set(visit);
    }

    static void end() {
        var visit = VISIT.get();
        VISIT.remove();
        if (visit != null) {
            visit.close();
        }
    }

    private static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minusMillis(1);
    }

    /** A look at one day; its views are made when they are needed first, so that whoever may not read costs nothing. */
    static final class Visit {
        private final LocalDate day;
        private final Pasts pasts;
        private Pasts.@Nullable Past past;

        Visit(LocalDate day, Pasts pasts) {
            this.day = day;
            this.pasts = pasts;
        }

        LocalDate day() {
            return day;
        }

        private JdbcClient views() {
            var held = past == null ? pasts.hold(day) : past;
            past = held;
            return held.views();
        }

        private void close() {
            if (past != null) {
                pasts.release(past);
            }
        }
    }
}
