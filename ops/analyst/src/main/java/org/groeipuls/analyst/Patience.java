package org.groeipuls.analyst;

import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How long a server is asked again that does not answer, or says not now. For what only reads: whether an order that got no
 * answer was carried out cannot be told, so an order is never sent twice.
 */
final class Patience {
    private static final Duration FIRST = Duration.ofMillis(250);
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final @Nullable Duration limit;
    private final Consumer<String> watcher;

    private Patience(@Nullable Duration limit, Consumer<String> watcher) {
        this.limit = limit;
        this.watcher = watcher;
    }

    /** @param watcher is told once that the server is away, and once that it is back */
    static Patience of(Duration limit, Consumer<String> watcher) {
        return new Patience(limit, watcher);
    }

    static Patience endless(Consumer<String> watcher) {
        return new Patience(null, watcher);
    }

    /** Something that changes nothing where it is read, and can be read again. */
    @FunctionalInterface
    interface Reading<T, E extends Exception> {
        T once() throws E;
    }

    /** @throws Unreachable when patience is at its end */
    <T, E extends Exception> T read(Reading<T, E> reading) throws E {
        long away = 0;
        for (var pause = Duration.ZERO; ; pause = next(pause, away)) {
            try {
                rest(pause);
                T read = reading.once();
                if (pause.isPositive()) {
                    watcher.accept("The server answers again");
                }
                return read;
            } catch (Unreachable gone) {
                long now = System.nanoTime();
                if (pause.isZero()) {
                    away = now;
                }
                if (limit != null && now - away >= limit.toNanos()) {
                    throw gone;
                }
                if (pause.isZero()) {
                    watcher.accept(gone.getMessage() + " (asking again "
                            + (limit == null ? "until it answers)" : "for " + limit.toSeconds() + " s)"));
                }
            }
        }
    }

    /** Twice as long as the last one, but not longer than what is left. */
    private Duration next(Duration pause, long away) {
        var longer = pause.isZero() ? FIRST : pause.multipliedBy(2);
        var wanted = longer.compareTo(LONGEST) > 0 ? LONGEST : longer;
        if (limit == null) {
            return wanted;
        }
        var left = limit.minusNanos(System.nanoTime() - away);
        return left.compareTo(wanted) < 0 ? left.plusMillis(1) : wanted;
    }

    private static void rest(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Stopped();
        }
    }

    /** Somebody does not want to wait any longer. */
    static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1;

        Stopped() {
            super("Stopped", null, false, false);
        }
    }
}
