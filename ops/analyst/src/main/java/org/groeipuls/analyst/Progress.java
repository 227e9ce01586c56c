package org.groeipuls.analyst;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** How far long work is: a bar with rate and time left on a terminal, elsewhere a line now and then. */
interface Progress extends AutoCloseable {
    void at(long done, long total);

    @Override
    void close();

    /** @param before what others did before: how fast it goes does not count it */
    static Progress bar(String what, long before, long total) {
        ProgressBar bar = new ProgressBarBuilder()
                .setTaskName(what)
                .setInitialMax(total)
                .startsFrom(before, Duration.ZERO)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(200)
                .showSpeed()
                .build();
        return new Progress() {
            @Override
            public void at(long done, long all) {
                bar.maxHint(all);
                bar.stepTo(done);
            }

            @Override
            public void close() {
                bar.close();
            }
        };
    }

    static Progress lines(String what, long before, long total, @Nullable PrintWriter out) {
        return new Lines(what, before, total, out);
    }

    /** Says so every ten seconds, and at the end. */
    final class Lines implements Progress {
        private static final long PAUSE = Duration.ofSeconds(10).toNanos();
        private final String what;
        private final long before;
        private long total;
        private final @Nullable PrintWriter out;
        private final long began = System.nanoTime();
        private long said = began;
        private long done;

        private Lines(String what, long before, long total, @Nullable PrintWriter out) {
            this.what = what;
            this.before = before;
            this.done = before;
            this.total = total;
            this.out = out;
        }

        @Override
        public void at(long reached, long all) {
            done = reached;
            total = all;
            if (System.nanoTime() - said > PAUSE) {
                said = System.nanoTime();
                tell();
            }
        }

        private void tell() {
            if (out != null) {
                double seconds = Math.max(1e-3, (System.nanoTime() - began) / 1e9);
                long rate = Math.round((done - before) / seconds);
                long left = rate == 0 ? 0 : Math.max(0, total - done) / rate;
                out.printf(Locale.ROOT, "%s: %,d of %,d, %,d a second, %d s left%n", what, done, total, rate, left);
                out.flush();
            }
        }

        @Override
        public void close() {
            tell();
        }
    }
}
