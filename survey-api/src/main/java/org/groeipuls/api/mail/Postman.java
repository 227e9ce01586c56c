package org.groeipuls.api.mail;

import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The step of the clockwork that writes and sends letters. It comes after the steps of pulses and never fails: whatever
 * goes wrong here, pulses open, close and are counted.
 */
public final class Postman {
    /** A round hands letters in for so long at most, so that the clockwork goes on. */
    static final Duration ROUND = Duration.ofSeconds(20);

    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);

    private final LetterPlanner planner;
    private final Delivery delivery;
    private final MonthlyMail monthly;
    private final BounceBox bounces;
    private final ReentrantLock oneAtATime = new ReentrantLock();

    Postman(LetterPlanner planner, Delivery delivery, MonthlyMail monthly, BounceBox bounces) {
        this.planner = planner;
        this.delivery = delivery;
        this.monthly = monthly;
        this.bounces = bounces;
    }

    /** Does all that is due now, as far as it gets; may be broken off anywhere and repeated. */
    public void round() {
        if (!oneAtATime.tryLock()) {
            return;
        }
        try {
            step("written", planner::write);
            step("tidied up", planner::tidy);
            step("handed in", delivery::handIn);
            step("written", monthly::write);
            step("handed in", monthly::handIn);
            step("read back", bounces::read);
        } finally {
            oneAtATime.unlock();
        }
    }

    /** What went wrong is named by its kind only: messages of mail and databases quote addresses. */
    private static void step(String what, Runnable step) {
        try {
            step.run();
        } catch (RuntimeException failed) {
            LOG.warn(
                    "Letters could not be {} now ({}); tried again",
                    what,
                    failed.getClass().getSimpleName());
        }
    }
}
