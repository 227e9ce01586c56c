package org.groeipuls.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** All attacks on one kind of target, in the order of the report. */
public final class Suite<T> {
    private static final int SHORT_READINGS = 300;
    private static final int FULL_READINGS = 10_000;
    private static final int SHORT_PAIRS = 120;
    private static final int FULL_PAIRS = 1_500;
    private static final int FUZZING_SHARE = 7;
    private static final long SECOND = 1_000_000_000L;

    private final List<Attack<T>> attacks;

    Suite(List<Attack<T>> attacks) {
        this.attacks = List.copyOf(attacks);
    }

    /** @param full every attack at full strength: minutes instead of seconds */
    public static Suite<Api> onServer(boolean full) {
        return new Suite<>(List.of(
                new DoubleVote(),
                ManyAtOnce.withLinks(full),
                new ForgedTicket(),
                new SecondIssuance(),
                new LeadAnswering(),
                new FakeMembers(),
                new KeyTagging(),
                Watching.withLinks(full ? 1 : 4),
                new LateBallot(),
                new SmallNumbers(),
                new OpenTexts(),
                new WordLists(),
                Differencing.everyView(),
                full ? Differencing.hiddenGroup(1, 2, 3, 4) : Differencing.hiddenGroup(2),
                new Unanimity(),
                new Averaging(full ? FULL_READINGS : SHORT_READINGS),
                new Fuzzing(full ? 1 : FUZZING_SHARE),
                new ErrorOracle(),
                new TimingOracle(full ? FULL_PAIRS : SHORT_PAIRS),
                ManyAtOnce.withBlindTickets(full),
                new ForgedBlindTicket(),
                new SecondBlindTicket(full ? 6 : 2),
                new InvitedMembers(),
                Watching.withBlindTickets(full ? 1 : 4),
                new MailParticipation(List::of),
                new TwoCalibrations(),
                new SlidingWeights(),
                new TwoStructures(),
                new Exports(),
                new ReleasedFigures()));
    }

    /** Attacks on copies of everything at rest. */
    public static Suite<Evidence> onStores() {
        return new Suite<>(List.of(
                new ArrivalOrder(),
                new ReIdentification(),
                new DeadCiphertexts(),
                new Canaries(),
                new EventMetadata(),
                new OneSize()));
    }

    /** Attacks on copies of everything at rest while a pulse with two layers is open. */
    public static Suite<Evidence> onTwoLayers() {
        return new Suite<>(List.of(new OperatorAlone()));
    }

    public List<Attack<T>> attacks() {
        return attacks;
    }

    /**
     * Runs all that may be run.
     *
     * @param mayChange whether attacks that leave something behind are run
     * @param told each result as it comes
     */
    public List<Result> run(T target, boolean mayChange, Consumer<Result> told) {
        List<Result> results = new ArrayList<>();
        for (var attack : attacks) {
            long begun = System.nanoTime();
            var finding = attack.changes() && !mayChange ? leftOut() : tried(attack, target);
            long seconds = (System.nanoTime() - begun + SECOND - 1) / SECOND;
            var result = new Result(attack.key(), attack.changes(), finding, seconds);
            results.add(result);
            told.accept(result);
        }
        return results;
    }

    /** Prepares the target and runs all; when it cannot be prepared, none can be run, and each says why. */
    public List<Result> staged(Supplier<T> stage, Consumer<Result> told) {
        try {
            return run(stage.get(), true, told);
        } catch (AttackNotApplicable none) {
            return all(Finding.notApplicable(String.valueOf(none.getMessage())), told);
        } catch (AttackNotRun notRun) {
            return all(Finding.brokeOff(String.valueOf(notRun.getMessage())), told);
        }
    }

    private List<Result> all(Finding finding, Consumer<Result> told) {
        List<Result> results = new ArrayList<>();
        attacks.forEach(attack -> results.add(new Result(attack.key(), attack.changes(), finding, 0)));
        results.forEach(told);
        return results;
    }

    private static Finding leftOut() {
        return Finding.notRun("It leaves something behind, and this server is in use: run it on a demonstration");
    }

    private static <T> Finding tried(Attack<T> attack, T target) {
        try {
            return attack.on(target);
        } catch (AttackNotApplicable none) {
            return Finding.notApplicable(String.valueOf(none.getMessage()));
        } catch (AttackNotRun notRun) {
            return Finding.brokeOff(String.valueOf(notRun.getMessage()));
        } catch (RuntimeException broken) {
            return Finding.brokeOff("The attack itself broke: " + broken);
        }
    }
}
