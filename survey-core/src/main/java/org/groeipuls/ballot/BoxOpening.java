package org.groeipuls.ballot;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.groeipuls.anonymity.BoxKey;
import org.groeipuls.anonymity.LinkTicket;
import org.groeipuls.anonymity.Sealing.Envelope;
import org.groeipuls.ballot.BoxTables.Row;
import org.groeipuls.ballot.OpenedBox.CountedSheet;

/**
 * Opens the ballots of a closed box in two passes that correspond to the two layers: the first sees tickets and no
 * answers, the second answers and no tickets. Between them stand the sorting and the shuffle.
 */
final class BoxOpening {
    private final Box box;
    private final BoxKey key;
    private int rejected;

    BoxOpening(Box box, BoxKey key) {
        this.box = box;
        this.key = key;
    }

    OpenedBox open(Map<String, String> codes, List<Row> rows) {
        Map<String, List<byte[]>> inner = withoutTickets(codes, rows);
        List<CountedSheet> sheets = new ArrayList<>();
        inner.forEach((group, batch) -> {
            // first an order that has nothing to do with arrival, then chance that nobody without the key can repeat
            batch.sort(Arrays::compareUnsigned);
            Collections.shuffle(batch, key.chance("shuffle/" + group));
            batch.forEach(sheet -> read(group, sheet).ifPresent(sheets::add));
        });
        return new OpenedBox(sheets, rejected);
    }

    private Map<String, List<byte[]>> withoutTickets(Map<String, String> codes, List<Row> rows) {
        Map<String, List<byte[]>> inner = new TreeMap<>();
        for (Row row : rows) {
            box.sealing()
                    .openOuter(key, row.ciphertext())
                    .filter(envelope -> verified(envelope, row, codes))
                    .ifPresentOrElse(
                            envelope -> inner.computeIfAbsent(envelope.group(), any -> new ArrayList<>())
                                    .add(envelope.inner()),
                            () -> rejected++);
        }
        return inner;
    }

    private boolean verified(Envelope envelope, Row row, Map<String, String> codes) {
        String pulse = box.terms().pulse();
        Optional<LinkTicket> ticket = LinkTicket.read(new String(envelope.ticket(), US_ASCII));
        return ticket.isPresent()
                && envelope.group()
                        .equals(codes.get(HexFormat.of().formatHex(ticket.get().storedHash(pulse))))
                && MessageDigest.isEqual(
                        row.mark(), key.boxSecret().mark(ticket.get().nullifier(pulse)))
                && envelope.sequence() == row.sequence();
    }

    private Optional<CountedSheet> read(String group, byte[] ciphertext) {
        Optional<Sheet> sheet = box.sealing()
                .openInner(key, group, ciphertext)
                .flatMap(Sheet::read)
                .filter(valid -> valid.fits(box.form(group)));
        if (sheet.isEmpty()) {
            rejected++;
        }
        return sheet.flatMap(valid ->
                Optional.ofNullable(valid.nonce()).map(nonce -> new CountedSheet(group, valid.answers(), hash(nonce))));
    }

    private static String hash(String nonce) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(nonce.getBytes(US_ASCII));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
