package org.groeipuls.bench;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.groeipuls.anonymity.BlindTicket;
import org.groeipuls.anonymity.BoxKey;
import org.groeipuls.anonymity.CouncilKey;
import org.groeipuls.anonymity.FileVault;
import org.groeipuls.anonymity.PulseKeys.Needed;
import org.groeipuls.anonymity.Sealing;
import org.groeipuls.anonymity.Sealing.Envelope;
import org.groeipuls.anonymity.TicketKey;
import org.groeipuls.anonymity.TicketRequest;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What one blind ticket and one sealed ballot cost the server, on one thread. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class BlindTicketsBench {
    private static final String PULSE = "bench";
    private static final String GROUP = "red";

    private final FileVault vault;
    private final BoxKey key;
    private final CouncilKey outer;
    private final TicketKey ticketKey;
    private final Sealing sealing;
    private byte[] blinded = {};
    private byte[] ticket = {};
    private byte[] ballot = {};
    private byte[] signature = {};

    public BlindTicketsBench() {
        try {
            vault = FileVault.at(Files.createTempDirectory("groeipuls-bench"));
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
        var established = vault.establish(PULSE, new Needed(new TreeSet<>(Set.of(GROUP)), Optional.empty()));
        key = vault.boxKey(PULSE);
        outer = key.council().orElseThrow();
        ticketKey = requireNonNull(established.tickets().get(GROUP));
        sealing = Sealing.of(PULSE, established.layers(), Sealing.Sizes.blind(20, 250));
    }

    @Setup
    public void aBallot() {
        var request = TicketRequest.fresh(ticketKey, new SecureRandom());
        blinded = request.blindedMessage();
        var holder = request.finish(vault.sign(PULSE, GROUP, blinded));
        ticket = holder.ticket().encoded();
        ballot = sealing.seal(holder, GROUP, 1, new byte[200]);
        signature = sealing.sign(holder, 1, ballot);
    }

    /** Issuing: one blind signature with a key from the vault. */
    @Benchmark
    public byte[] sign() {
        return vault.sign(PULSE, GROUP, blinded);
    }

    /** Arrival: the ticket and the ballot key's signature. */
    @Benchmark
    public boolean verify() {
        return sealing.signed(ticketKey.verified(ticket).orElseThrow(), 1, ballot, signature);
    }

    /** The whole life of a ballot on a server that holds both layers: arrival, outer layer with its ticket and proof, inner. */
    @Benchmark
    public byte[] verifyAndUnseal() {
        BlindTicket arrived = ticketKey.verified(ticket).orElseThrow();
        boolean valid = sealing.signed(arrived, 1, ballot, signature);
        Envelope envelope = sealing.openOuter(outer, ballot).orElseThrow();
        valid &= sealing.proven(ticketKey.verified(envelope.ticket()).orElseThrow(), envelope);
        if (!valid) {
            throw new IllegalStateException("A valid ballot was refused");
        }
        return sealing.openInner(key, GROUP, envelope.inner()).orElseThrow();
    }
}
