package org.groeipuls.bench;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.groeipuls.anonymity.BlindTicket;
import org.groeipuls.anonymity.BoxKey;
import org.groeipuls.anonymity.CouncilKey;
import org.groeipuls.anonymity.FileVault;
import org.groeipuls.anonymity.PulseKeys.Needed;
import org.groeipuls.anonymity.Sealing;
import org.groeipuls.anonymity.Sealing.Envelope;
import org.groeipuls.anonymity.TicketKey;
import org.groeipuls.anonymity.TicketRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What one blind ticket and one sealed ballot cost the server: processor time of one thread, so that other programs on
 * the computer do not count; the median of nine batches of 500 after five to warm up.
 */
@Tag("bench")
class BlindTicketsCostTest {
    private static final String PULSE = "bench";
    private static final String GROUP = "red";
    private static final int BATCH = 500;
    private static final int WARM_UP = 5;
    private static final int BATCHES = 9;

    @TempDir
    Path folder;

    private @Nullable Cost measured;

    @BeforeEach
    void a_ballot() {
        measured = new Cost(folder.resolve("vault"));
    }

    @Test
    void a_ballot_costs_less_than_a_millisecond_from_its_arrival_to_its_sheet() {
        Cost cost = requireNonNull(measured);
        report("verify on arrival", microseconds(cost::arrive));
        report("take the outer layer off, with ticket and proof", microseconds(cost::takeOuterLayerOff));
        report("open the inner layer", microseconds(cost::openInner));
        double all = microseconds(() -> {
            cost.arrive();
            cost.takeOuterLayerOff();
            cost.openInner();
        });
        report("all of it, on a server with both layers", all);

        assertThat(all).isLessThan(1_000);
    }

    @Test
    void a_core_signs_500_tickets_a_second() {
        Cost cost = requireNonNull(measured);
        double each = microseconds(cost::sign);
        report("sign a ticket with a key from the vault", each);

        assertThat(1_000_000 / each).isGreaterThan(500);
    }

    private static void report(String what, double microseconds) {
        System.out.printf("%-50s %7.1f µs%n", what, microseconds);
    }

    private static double microseconds(Runnable work) {
        var threads = ManagementFactory.getThreadMXBean();
        for (int i = 0; i < WARM_UP * BATCH; i++) {
            work.run();
        }
        return LongStream.range(0, BATCHES)
                        .map(batch -> {
                            long before = threads.getCurrentThreadCpuTime();
                            for (int i = 0; i < BATCH; i++) {
                                work.run();
                            }
                            return threads.getCurrentThreadCpuTime() - before;
                        })
                        .sorted()
                        .skip(BATCHES / 2)
                        .findFirst()
                        .orElseThrow()
                / 1_000.0
                / BATCH;
    }

    /** A server with a vault, and one person's ticket and ballot. */
    private static final class Cost {
        private final FileVault vault;
        private final BoxKey key;
        private final CouncilKey outer;
        private final TicketKey ticketKey;
        private final Sealing sealing;
        private final byte[] blinded;
        private final byte[] ticket;
        private final byte[] ballot;
        private final byte[] signature;
        private final byte[] inner;

        Cost(Path folder) {
            vault = FileVault.at(folder);
            var keys = vault.establish(PULSE, new Needed(new TreeSet<>(Set.of(GROUP)), Optional.empty()));
            key = vault.boxKey(PULSE);
            outer = key.council().orElseThrow();
            ticketKey = requireNonNull(keys.tickets().get(GROUP));
            sealing = Sealing.of(PULSE, keys.layers(), Sealing.Sizes.blind(20, 250));
            var request = TicketRequest.fresh(ticketKey, new SecureRandom());
            blinded = request.blindedMessage();
            var holder = request.finish(vault.sign(PULSE, GROUP, blinded));
            ticket = holder.ticket().encoded();
            ballot = sealing.seal(holder, GROUP, 1, new byte[200]);
            signature = sealing.sign(holder, 1, ballot);
            inner = sealing.openOuter(outer, ballot).orElseThrow().inner();
        }

        void sign() {
            vault.sign(PULSE, GROUP, blinded);
        }

        void arrive() {
            BlindTicket arrived = ticketKey.verified(ticket).orElseThrow();
            require(sealing.signed(arrived, 1, ballot, signature));
        }

        void takeOuterLayerOff() {
            Envelope envelope = sealing.openOuter(outer, ballot).orElseThrow();
            require(sealing.proven(ticketKey.verified(envelope.ticket()).orElseThrow(), envelope));
        }

        void openInner() {
            require(sealing.openInner(key, GROUP, inner).isPresent());
        }

        private static void require(boolean valid) {
            if (!valid) {
                throw new IllegalStateException("A valid ballot was refused");
            }
        }
    }
}
