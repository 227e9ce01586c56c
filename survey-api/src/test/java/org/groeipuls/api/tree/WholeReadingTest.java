package org.groeipuls.api.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** However many ask, all of history is read once at a time. */
class WholeReadingTest {
    @Test
    void whoever_asks_during_a_reading_waits_and_shares_the_next() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var end = new CountDownLatch(1);
        var readings = new AtomicInteger();
        var whole = new WholeReading(() -> {
            begun.countDown();
            awaited(end);
            return Optional.of("reading " + readings.incrementAndGet());
        });
        List<Optional<String>> found = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        var first = Thread.ofPlatform().start(whole::fault);
        begun.await();
        for (int i = 0; i < 5; i++) {
            threads.add(Thread.ofPlatform().start(() -> {
                var fault = whole.fault();
                synchronized (found) {
                    found.add(fault);
                }
            }));
        }
        Awaitility.await().until(() -> threads.stream().allMatch(one -> one.getState() == Thread.State.BLOCKED));

        end.countDown();

        first.join();
        for (var one : threads) {
            one.join();
        }
        assertThat(readings).hasValue(2);
        assertThat(found).hasSize(5).containsOnly(Optional.of("reading 2"));
        assertThat(whole.fault()).contains("reading 3");
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
