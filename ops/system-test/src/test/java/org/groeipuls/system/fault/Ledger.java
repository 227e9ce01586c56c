package org.groeipuls.system.fault;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What was sent and what was acknowledged, kept outside the process that dies. */
final class Ledger {
    /** A ballot as its sender knows it. */
    record Sent(String code, String nonce) {}

    private final Map<String, Sent> acknowledged = new ConcurrentHashMap<>();
    private final Queue<Sent> uncertain = new ConcurrentLinkedQueue<>();

    void acknowledge(Sent ballot) {
        acknowledged.put(ballot.nonce(), ballot);
    }

    void doubt(Sent ballot) {
        uncertain.add(ballot);
    }

    Queue<Sent> uncertain() {
        return uncertain;
    }

    Collection<Sent> acknowledged() {
        return acknowledged.values();
    }

    List<String> receiptHashes() {
        return acknowledged.keySet().stream().map(Ledger::hash).sorted().toList();
    }

    static String hash(String nonce) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(nonce.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return acknowledged.size() + " ballots acknowledged";
    }
}
