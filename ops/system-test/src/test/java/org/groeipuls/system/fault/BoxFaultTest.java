package org.groeipuls.system.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * No acknowledged ballot is lost and none is counted twice, whenever the process dies. A few rounds every day; thirty
 * of each with {@code -Pfault}, which bounds the failure rate below 10 % at 95 % confidence. The defects are planted to
 * show that these tests can turn red.
 */
@Tag("ci")
class BoxFaultTest {
    private static final long SEED = 20261122;

    @TempDir
    Path folder;

    @Test
    void no_acknowledged_ballot_is_lost_when_the_process_is_killed() throws Exception {
        killedSoundly(2);
    }

    @Test
    void no_acknowledged_ballot_is_lost_when_the_process_halts_after_idling_on_a_slow_disk() throws Exception {
        haltedSoundly(2);
    }

    @Test
    @Tag("fault")
    void no_acknowledged_ballot_is_lost_in_thirty_kills() throws Exception {
        killedSoundly(30);
    }

    @Test
    @Tag("fault")
    void no_acknowledged_ballot_is_lost_in_thirty_halts_after_idling() throws Exception {
        haltedSoundly(30);
    }

    @Test
    void trusting_the_default_url_turns_red() throws Exception {
        assertThat(roundsUntilRed(6, seed -> Round.killed(folder, Syncing.NONE, seed)))
                .isPositive();
    }

    @Test
    void trusting_checkpoint_sync_alone_turns_red() throws Exception {
        assertThat(roundsUntilRed(8, seed -> Round.haltedAfterIdling(folder, Syncing.CHECKPOINT_ONLY, seed)))
                .isPositive();
    }

    @Test
    void a_sync_that_begins_before_the_commit_turns_red() throws Exception {
        assertThat(roundsUntilRed(12, seed -> Round.killedAtAcknowledgement(folder, Syncing.HASTY, seed)))
                .isPositive();
    }

    private void killedSoundly(int rounds) throws Exception {
        for (int i = 0; i < rounds; i++) {
            assertSound(
                    i % 2 == 0
                            ? Round.killed(folder, Syncing.DRAINED, SEED + i)
                            : Round.killedAtAcknowledgement(folder, Syncing.DRAINED, SEED + i));
        }
    }

    private void haltedSoundly(int rounds) throws Exception {
        for (int i = 0; i < rounds; i++) {
            assertSound(Round.haltedAfterIdling(folder, Syncing.DRAINED, SEED + i));
        }
    }

    private static void assertSound(Round round) {
        System.out.println(round);
        assertThat(round.acknowledged()).as("%s", round).isPositive();
        assertThat(round.lost()).as("%s", round).isZero();
        assertThat(round.doubled()).as("%s", round).isZero();
        assertThat(round.rejected()).as("%s", round).isZero();
    }

    private interface Try {
        Round with(long seed) throws Exception;
    }

    /** The first round in which something acknowledged was lost, or 0 when there was none. */
    private static int roundsUntilRed(int most, Try attempt) throws Exception {
        for (int i = 0; i < most; i++) {
            Round round = attempt.with(SEED + i);
            System.out.println(round);
            if (round.lost() > 0) {
                return i + 1;
            }
        }
        return 0;
    }
}
