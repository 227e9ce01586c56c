package org.groeipuls.api.storage;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The turn of this node to make the views anew. It is kept by a thread of its own, because a step that copies a large table
 * can take longer than other nodes wait.
 */
final class ViewTurn implements AutoCloseable {
    private static final Duration SILENCE = Duration.ofSeconds(30);
    private static final long LEAST_PARTS = 3;

    private final ViewSwitch live;
    private final Duration silence;
    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread keeper;
    private long held;
    private volatile boolean lost;

    private ViewTurn(ViewSwitch live, Duration silence) {
        this.live = live;
        this.silence = silence;
        this.keeper = Thread.ofPlatform().daemon().name("rebuild-turn").unstarted(this::keepOn);
    }

    /** @throws Rebuild.RebuiltElsewhere when it is another node's */
    static ViewTurn take(ViewSwitch live) {
        return take(live, SILENCE);
    }

    /** @param silence after how long without a word another node takes over */
    static ViewTurn take(ViewSwitch live, Duration silence) {
        var turn = new ViewTurn(live, silence);
        turn.renew();
        turn.check();
        turn.keeper.start();
        return turn;
    }

    /** @throws Rebuild.RebuiltElsewhere when another node has taken over */
    void check() {
        if (lost) {
            throw new Rebuild.RebuiltElsewhere();
        }
    }

    private void keepOn() {
        try {
            while (!lost && !over.await(silence.toMillis() / LEAST_PARTS, TimeUnit.MILLISECONDS)) {
                renewOrWait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void renew() {
        long now = System.currentTimeMillis();
        long until = now + silence.toMillis();
        if (!lost && live.turn(now, held, until)) {
            held = until;
        } else {
            lost = true;
        }
    }

    /** While the database cannot be reached the turn stands until its time is over. */
    private synchronized void renewOrWait() {
        try {
            renew();
        } catch (IllegalStateException unreachable) {
            lost = lost || held < System.currentTimeMillis();
        }
    }

    /** Lets others have it. */
    @Override
    public void close() {
        over.countDown();
        letGo();
    }

    private synchronized void letGo() {
        if (!lost) {
            lost = true;
            live.turn(System.currentTimeMillis(), held, 0);
        }
    }
}
