package org.groeipuls.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Does the same thing many times in the same moment. */
final class AtOnce {
    private AtOnce() {}

    static <R> List<R> times(int times, IntFunction<R> what) {
        var start = new CountDownLatch(1);
        List<Future<R>> running = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < times; i++) {
                int number = i;
                running.add(threads.submit(() -> {
                    start.await();
                    return what.apply(number);
                }));
            }
            start.countDown();
        }
        return running.stream().map(AtOnce::outcome).toList();
    }

    private static <R> R outcome(Future<R> done) {
        try {
            return done.get();
        } catch (ExecutionException failed) {
            throw new AttackNotRun("A part of the attack got stuck", failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AttackNotRun("The attack was stopped", stopped);
        }
    }
}
