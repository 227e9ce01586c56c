package org.groeipuls.api.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GroupSyncTest {
    private final BlockingQueue<Integer> begun = new LinkedBlockingQueue<>();
    private final BlockingQueue<Boolean> mayEnd = new LinkedBlockingQueue<>();
    private final BlockingQueue<Throwable> errors = new LinkedBlockingQueue<>();
    private final AtomicInteger syncs = new AtomicInteger();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final GroupSync sync = new GroupSync("test", this::step, errors::add, Duration.ofSeconds(20));

    private void step() throws Exception {
        begun.put(syncs.incrementAndGet());
        if (!mayEnd.take()) {
            throw new IOException("No space left on device");
        }
    }

    @AfterEach
    void close() {
        mayEnd.addAll(List.of(true, true, true, true));
        sync.close();
        threads.close();
    }

    @Test
    void who_asks_while_a_sync_runs_is_released_by_the_next_one_only() throws Exception {
        Future<?> first = threads.submit(sync::awaitDurable);
        assertThat(begun.take()).isEqualTo(1);
        Future<?> late = threads.submit(sync::awaitDurable);
        waitUntilWaiting(2);
        mayEnd.put(true);
        first.get(10, TimeUnit.SECONDS);
        assertThat(begun.poll(10, TimeUnit.SECONDS)).isEqualTo(2);
        assertThat(late.isDone()).isFalse();
        mayEnd.put(true);
        late.get(10, TimeUnit.SECONDS);
    }

    @Test
    void one_sync_serves_all_who_asked_before_it_began() throws Exception {
        Future<?> first = threads.submit(sync::awaitDurable);
        begun.take();
        List<Future<?>> crowd = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            crowd.add(threads.submit(sync::awaitDurable));
        }
        waitUntilWaiting(51);
        mayEnd.addAll(List.of(true, true));
        first.get(10, TimeUnit.SECONDS);
        for (Future<?> one : crowd) {
            one.get(10, TimeUnit.SECONDS);
        }
        assertThat(syncs).hasValue(2);
    }

    @Test
    void the_first_error_refuses_all_who_wait_and_all_who_come() throws Exception {
        Future<?> first = threads.submit(sync::awaitDurable);
        begun.take();
        Future<?> second = threads.submit(sync::awaitDurable);
        waitUntilWaiting(2);
        mayEnd.put(false);

        assertThat(errors.take()).hasMessage("No space left on device");
        for (Future<?> waiting : List.of(first, second)) {
            assertThatThrownBy(() -> waiting.get(10, TimeUnit.SECONDS))
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(NotDurable.class);
        }
        mayEnd.addAll(List.of(true, true));
        assertThatThrownBy(sync::awaitDurable).isInstanceOf(NotDurable.class);
        assertThat(errors).isEmpty();
        assertThat(syncs).hasValue(1);
    }

    @Test
    void who_waits_too_long_is_told_that_nothing_is_known_and_the_store_goes_on() throws Exception {
        try (GroupSync slow = new GroupSync("slow", this::step, errors::add, Duration.ofMillis(20))) {
            assertThatThrownBy(slow::awaitDurable)
                    .isInstanceOf(NotDurable.class)
                    .hasMessageContaining("slow");
            mayEnd.addAll(List.of(true, true, true));
        }
        assertThat(errors).isEmpty();
    }

    @Test
    void an_interrupted_waiter_waits_on_and_is_interrupted_afterwards() throws Exception {
        Future<Boolean> waiter = threads.submit(() -> {
            Thread.currentThread().interrupt();
            sync.awaitDurable();
            return Thread.interrupted();
        });
        begun.take();
        mayEnd.put(true);

        assertThat(waiter.get(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void the_one_who_is_told_of_the_first_error_may_wait_for_the_sync_to_be_closed() throws Exception {
        CountDownLatch told = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        GroupSync failing = new GroupSync(
                "failing",
                () -> {
                    throw new IOException("gone");
                },
                error -> {
                    told.countDown();
                    try {
                        closed.await(); // as System.exit waits for the shutdown hooks
                    } catch (InterruptedException never) {
                        throw new IllegalStateException(never);
                    }
                },
                Duration.ofSeconds(20));
        assertThatThrownBy(failing::awaitDurable).isInstanceOf(NotDurable.class);
        told.await();

        Future<?> closing = threads.submit(failing::close);

        closing.get(10, TimeUnit.SECONDS);
        closed.countDown();
    }

    @Test
    void a_closed_sync_promises_nothing() {
        sync.close();
        assertThatThrownBy(sync::awaitDurable).isInstanceOf(NotDurable.class);
        assertThatCode(sync::close).doesNotThrowAnyException();
    }

    private void waitUntilWaiting(int number) {
        while (sync.waiting() < number) {
            Thread.onSpinWait();
        }
    }
}
