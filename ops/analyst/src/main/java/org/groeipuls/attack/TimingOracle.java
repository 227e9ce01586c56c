package org.groeipuls.attack;

import java.util.Arrays;
import java.util.Random;
import java.util.function.Supplier;

/**
 * Times refusals, turn by turn: can anybody tell a used code by how long the server thinks? What is compared is the quickest
 * fifth of the answers, because a busy computer makes answers slower and never quicker (Crosby, Wallach and Riedi 2009).
 */
final class TimingOracle implements Attack<Api> {
    private static final double CERTAIN = 0.001;
    private static final double NOTICEABLE = 0.05;
    private static final double QUICK = 0.2;
    private static final int SHUFFLES = 2_000;
    private final int pairs;

    /** @param pairs how often each of the two is timed */
    TimingOracle(int pairs) {
        this.pairs = pairs;
    }

    @Override
    public String key() {
        return "timing-oracle";
    }

    @Override
    public boolean changes() {
        return true;
    }

    @Override
    public Finding on(Api api) {
        var notes = new Notes();
        var codes = ErrorOracle.Codes.prepare(api);
        compare(
                "unknown-elsewhere",
                () -> codes.ballot(codes.unknown()),
                () -> codes.ballot(codes.usedElsewhere()),
                notes);
        compare("form-used", () -> codes.form(codes.unused()), () -> codes.form(codes.used()), notes);
        return notes.finding();
    }

    /** Two measurements of three decide, because a busy computer makes differences and hides them. */
    private void compare(String what, Supplier<Answer> one, Supplier<Answer> other, Notes notes) {
        boolean differs = differs(what, one, other, notes);
        if (differs != differs(what, one, other, notes)) {
            differs = differs(what, one, other, notes);
        }
        notes.expect(!differs, "the server takes longer for one of two: " + what);
    }

    private boolean differs(String what, Supplier<Answer> one, Supplier<Answer> other, Notes notes) {
        double[] times = new double[2 * pairs];
        var order = new Random(19);
        for (int i = -pairs / 4; i < pairs; i++) {
            boolean swapped = order.nextBoolean();
            double first = micros(swapped ? other : one);
            double second = micros(swapped ? one : other);
            if (i >= 0) {
                times[2 * i] = swapped ? second : first;
                times[2 * i + 1] = swapped ? first : second;
            }
        }
        notes.tried(2L * pairs);
        double difference = difference(times);
        double p = chance(times, Math.abs(difference));
        notes.number(what + "-micros", Math.round(difference));
        notes.number(what + "-p", Math.round(p * 1000) / 1000.0);
        return p < CERTAIN && Math.abs(difference) >= NOTICEABLE * quick(times, 0);
    }

    private static double micros(Supplier<Answer> request) {
        long begun = System.nanoTime();
        var answer = request.get();
        double micros = (System.nanoTime() - begun) / 1000.0;
        if (answer.status() >= 500) {
            throw new AttackNotRun("The server broke while it was timed");
        }
        return micros;
    }

    /** How often exchanging the two of a pair by chance gives at least this difference. */
    private double chance(double[] times, double measured) {
        var random = new Random(23);
        int atLeast = 1;
        for (int shuffle = 0; shuffle < SHUFFLES; shuffle++) {
            double[] mixed = times.clone();
            for (int i = 0; i < pairs; i++) {
                if (random.nextBoolean()) {
                    mixed[2 * i] = times[2 * i + 1];
                    mixed[2 * i + 1] = times[2 * i];
                }
            }
            atLeast += Math.abs(difference(mixed)) >= measured ? 1 : 0;
        }
        return atLeast / (SHUFFLES + 1.0);
    }

    private double difference(double[] times) {
        return quick(times, 1) - quick(times, 0);
    }

    /** The time that a fifth of one's answers do not exceed. */
    private double quick(double[] times, int which) {
        double[] own = new double[pairs];
        for (int i = 0; i < pairs; i++) {
            own[i] = times[2 * i + which];
        }
        Arrays.sort(own);
        return own[(int) (QUICK * pairs)];
    }
}
