package org.groeipuls.system.fault;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.groeipuls.anonymity.FileVault;
import org.groeipuls.api.storage.H2BoxDatabases;
import org.groeipuls.ballot.DatabaseBoxes;
import org.groeipuls.ballot.OpenedBox;
import org.groeipuls.ballot.OpenedBox.CountedSheet;

/**
 * One life and death of a process that takes ballots, and what was found afterwards.
 *
 * @param seed repeats the round
 * @param acknowledged how many ballots it acknowledged
 * @param stored how many were in the box
 * @param lost how many were acknowledged and not in the box
 * @param doubled how many were in the box more than once
 * @param rejected how many rows were no valid ballot
 */
record Round(long seed, int acknowledged, int stored, int lost, int doubled, int rejected) {

    /** Sixteen writers, killed with SIGKILL at a moment that the seed decides. */
    static Round killed(Path parent, Syncing syncing, long seed) throws Exception {
        return run(parent, syncing, "writers", seed, 0);
    }

    /**
     * Sixteen writers on a slow disk, killed with SIGKILL at the acknowledgement that the seed decides: that is when
     * the least time is left for what was acknowledged too early.
     */
    static Round killedAtAcknowledgement(Path parent, Syncing syncing, long seed) throws Exception {
        return run(parent, syncing, "writers", seed, 20);
    }

    /**
     * Single ballots with pauses between them in which H2's background writer falls idle, and a halt at an
     * acknowledgement: the first one at which a write is under way, else the last.
     */
    static Round haltedAfterIdling(Path parent, Syncing syncing, long seed) throws Exception {
        return run(parent, syncing, "idle", seed, 200);
    }

    private static Round run(Path parent, Syncing syncing, String pattern, long seed, int slowness) throws Exception {
        Path folder = Files.createTempDirectory(parent, "round");
        Process child = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Xmx512m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Ballots.class.getName(),
                        folder.toString(),
                        syncing.name(),
                        pattern,
                        Long.toString(seed),
                        Integer.toString(slowness))
                .redirectError(folder.resolve("stderr").toFile())
                .start();
        List<String> ledger;
        try (BufferedReader pipe = child.inputReader(US_ASCII)) {
            if (!"READY".equals(pipe.readLine())) {
                throw new IllegalStateException(Files.readString(folder.resolve("stderr")));
            }
            ledger = new ArrayList<>();
            if (pattern.equals("writers")) {
                await(child, pipe, new Random(seed), slowness, ledger);
                child.toHandle().destroyForcibly(); // the process itself would close the pipe before it is read
            }
            ledger.addAll(whole(pipe));
        } finally {
            child.destroyForcibly();
            child.waitFor();
        }
        Round round = judge(folder, seed, ledger);
        delete(folder);
        return round;
    }

    private static void await(Process child, BufferedReader pipe, Random chance, int slowness, List<String> ledger)
            throws Exception {
        String line = "";
        for (int left = slowness == 0 ? 1 : 40 + chance.nextInt(120); left > 0 && line != null; left--) {
            line = pipe.readLine();
            if (line != null) {
                ledger.add(line);
            }
        }
        if (slowness == 0) {
            child.waitFor(chance.nextInt(1200), TimeUnit.MILLISECONDS);
        }
    }

    // a line without its end was not printed whole, so it was no acknowledgement
    private static List<String> whole(BufferedReader pipe) throws IOException {
        List<String> lines = new ArrayList<>();
        StringBuilder rest = new StringBuilder();
        for (int c = pipe.read(); c >= 0; c = pipe.read()) {
            if (c == '\n') {
                lines.add(rest.toString());
                rest.setLength(0);
            } else {
                rest.append((char) c);
            }
        }
        return lines;
    }

    private static Round judge(Path folder, long seed, List<String> ledger) throws Exception {
        FileVault vault = FileVault.at(folder.resolve("vault"));
        try (H2BoxDatabases store = new H2BoxDatabases(folder.resolve("boxes"), failed -> {
            throw new IllegalStateException(failed);
        })) {
            DatabaseBoxes boxes = new DatabaseBoxes(store, vault::boxSecret);
            boxes.close(Ballots.PULSE);
            OpenedBox opened = boxes.open(Ballots.PULSE, vault.boxKey(Ballots.PULSE));
            List<String> stored =
                    opened.sheets().stream().map(CountedSheet::nonceHash).toList();
            Set<String> once = new HashSet<>(stored);
            int lost = 0;
            for (String receipt : ledger) {
                lost += once.contains(hash(receipt)) ? 0 : 1;
            }
            return new Round(seed, ledger.size(), stored.size(), lost, stored.size() - once.size(), opened.rejected());
        }
    }

    private static String hash(String nonce) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(nonce.getBytes(US_ASCII)));
    }

    private static void delete(Path folder) throws IOException {
        try (var paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
