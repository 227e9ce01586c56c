package org.groeipuls.analyst;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The command line at work, with each line of its two outputs as soon as it is printed. */
final class Printed implements AutoCloseable {
    private final BlockingQueue<String> out = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> err = new LinkedBlockingQueue<>();
    private final Thread thread;
    private volatile int exit = -1;

    private Printed(String... words) {
        thread = Thread.ofPlatform()
                .start(() -> exit = Groeipuls.commands()
                        .setOut(new PrintWriter(lines(out), true))
                        .setErr(new PrintWriter(lines(err), true))
                        .execute(words));
    }

    static Printed running(Object... words) {
        return new Printed(Stream.of(words).map(String::valueOf).toArray(String[]::new));
    }

    BlockingQueue<String> out() {
        return out;
    }

    BlockingQueue<String> err() {
        return err;
    }

    static String next(BlockingQueue<String> lines) throws InterruptedException {
        var line = lines.poll(30, TimeUnit.SECONDS);
        assertThat(line).as("a line within 30 seconds").isNotNull();
        return String.valueOf(line);
    }

    boolean isRunning() {
        return thread.isAlive();
    }

    /** Waits until it has ended by itself. */
    int exit() throws InterruptedException {
        thread.join(TimeUnit.SECONDS.toMillis(30));
        assertThat(thread.isAlive()).isFalse();
        return exit;
    }

    /** As Ctrl-C does. */
    void stop() throws InterruptedException {
        thread.interrupt();
        exit();
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private static Writer lines(Queue<String> printed) {
        return new Writer() {
            private final StringBuilder line = new StringBuilder();

            @Override
            public void write(char[] text, int from, int length) {
                for (int at = from; at < from + length; at++) {
                    if (text[at] == '\n') {
                        printed.add(line.toString());
                        line.setLength(0);
                    } else {
                        line.append(text[at]);
                    }
                }
            }

            @Override
            public void flush() {
                // lines go as they end
            }

            @Override
            public void close() {
                // nothing is held
            }
        };
    }
}
