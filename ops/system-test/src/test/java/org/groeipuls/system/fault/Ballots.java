package org.groeipuls.system.fault;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.groeipuls.anonymity.FileVault;
import org.groeipuls.api.storage.H2BoxDatabases;
import org.groeipuls.api.storage.StoreSync;
import org.groeipuls.ballot.BallotCommand.IssueLinks;
import org.groeipuls.ballot.BallotCommand.RecordAnswers;
import org.groeipuls.ballot.BallotDesk;
import org.groeipuls.ballot.BoxTerms;
import org.groeipuls.ballot.BoxTerms.GroupTerms;
import org.groeipuls.ballot.DatabaseBoxes;

/**
 * The process that is killed: the real desk on an H2 file. Prints READY, then each acknowledgement's receipt, in one
 * write to the pipe per line, so that what was printed stays printed.
 */
final class Ballots {
    static final String PULSE = "pulse:fault";
    private static final String GROUP = "team:all";
    private static final int CODES = 3000;
    private static final int WRITERS = 16;
    private static final int IDLINGS = 4;
    private static final FileOutputStream PIPE = new FileOutputStream(FileDescriptor.out);

    private final BallotDesk desk;
    private final List<String> codes;
    private final AtomicInteger next = new AtomicInteger();

    private Ballots(BallotDesk desk, List<String> codes) {
        this.desk = desk;
        this.codes = codes;
    }

    /** Arguments: folder, way of syncing, pattern (writers or idle), seed, milliseconds per write. */
    public static void main(String[] args) throws Exception {
        System.setOut(System.err); // the pipe is for acknowledgements only
        Path folder = Path.of(args[0]);
        Syncing syncing = Syncing.valueOf(args[1]);
        Random chance = new Random(Long.parseLong(args[3]));
        SlowFiles.register();
        FileVault vault = FileVault.at(folder.resolve("vault"));
        H2BoxDatabases store = new H2BoxDatabases(
                folder.resolve("boxes"), "slow:", database -> jittered(syncing, database, args[2], chance));
        DatabaseBoxes boxes = new DatabaseBoxes(store, vault::boxSecret);
        boxes.prepare(new BoxTerms(
                PULSE,
                Instant.EPOCH,
                Instant.MAX,
                Map.of(GROUP, new GroupTerms(List.of("ps1"), CODES)),
                vault.establish(PULSE),
                false));
        BallotDesk desk = new BallotDesk(boxes, InstantSource.fixed(Instant.parse("2026-03-02T08:00:00Z")), seeded());
        Ballots ballots =
                new Ballots(desk, desk.handle(new IssueLinks(PULSE, GROUP)).codes());
        SlowFiles.slowDown(Integer.parseInt(args[4]));
        print("READY");
        if (args[2].equals("idle")) {
            ballots.idleThenOne();
        } else {
            ballots.write(chance, 5 * Integer.parseInt(args[4]));
        }
    }

    private static SecureRandom seeded() {
        return new SecureRandom();
    }

    // in the idle pattern a thread may be held up between commit and sync, as any thread may be
    private static StoreSync jittered(Syncing syncing, DataSource database, String pattern, Random chance) {
        StoreSync sync = syncing.over(database);
        return !pattern.equals("idle")
                ? sync
                : () -> {
                    pause(chance.nextInt(120));
                    sync.awaitDurable();
                };
    }

    // on a slow disk the writers pause, so that their commits fall into every part of a sync
    private void write(Random chance, int longestPause) {
        for (int i = 0; i < WRITERS; i++) {
            Thread.ofPlatform().start(() -> {
                for (int one = next.getAndIncrement(); one < codes.size(); one = next.getAndIncrement()) {
                    pause(chance.nextInt(longestPause + 1));
                    record(one);
                }
            });
        }
    }

    private void idleThenOne() {
        record(0);
        for (int one = 1; one <= IDLINGS; one++) {
            pause(600);
            record(one);
            if (SlowFiles.writing()) {
                Runtime.getRuntime().halt(0); // the worst moment: something is acknowledged and something not written
            }
        }
        Runtime.getRuntime().halt(0);
    }

    private void record(int one) {
        String nonce = "%032x".formatted(one);
        desk.handle(new RecordAnswers(PULSE, codes.get(one), 1, nonce, Map.of("ps1", 1 + one % 5)));
        print(nonce);
    }

    private static void print(String line) {
        try {
            synchronized (PIPE) {
                PIPE.write((line + "\n").getBytes(US_ASCII));
            }
        } catch (IOException gone) {
            Runtime.getRuntime().halt(8);
        }
    }

    private static void pause(int milliseconds) {
        long end = System.nanoTime() + milliseconds * 1_000_000L;
        for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
