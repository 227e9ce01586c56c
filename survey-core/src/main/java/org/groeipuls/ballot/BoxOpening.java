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
import org.groeipuls.anonymity.CouncilKey;
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

    /** Both passes, with one layer. */
    OpenedBox open(CouncilKey outer, Map<String, String> codes, List<Row> rows) {
        return read(withoutTickets(new OuterLayer(box.terms(), outer, codes), rows));
    }

    /** The second pass alone, where the works council made the first one. */
    OpenedBox open(CouncilShare share) {
        rejected = share.rejected();
        Map<String, List<byte[]>> inner = new TreeMap<>();
        share.groups().forEach((group, batch) -> inner.put(group, new ArrayList<>(batch)));
        return read(inner);
    }

    private OpenedBox read(Map<String, List<byte[]>> inner) {
        List<CountedSheet> sheets = new ArrayList<>();
        inner.forEach((group, batch) -> {
            // first an order that has nothing to do with arrival, then chance that nobody without the key can repeat
            batch.sort(Arrays::compareUnsigned);
            Collections.shuffle(batch, key.chance("shuffle/" + group));
            batch.forEach(sheet -> read(group, sheet).ifPresent(sheets::add));
        });
        return new OpenedBox(sheets, rejected);
    }

    private Map<String, List<byte[]>> withoutTickets(OuterLayer layer, List<Row> rows) {
        Map<String, List<byte[]>> inner = new TreeMap<>();
        for (Row row : rows) {
            layer.verified(row.ciphertext())
                    .filter(found -> belongs(found, row))
                    .map(OuterLayer.Verified::envelope)
                    .ifPresentOrElse(
                            envelope -> inner.computeIfAbsent(envelope.group(), any -> new ArrayList<>())
                                    .add(envelope.inner()),
                            () -> rejected++);
        }
        return inner;
    }

    private boolean belongs(OuterLayer.Verified found, Row row) {
        return MessageDigest.isEqual(row.mark(), key.boxSecret().mark(found.nullifier()))
                && found.envelope().sequence() == row.sequence();
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
