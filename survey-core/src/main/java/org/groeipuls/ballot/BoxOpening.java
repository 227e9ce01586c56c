package org.groeipuls.ballot;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.groeipuls.anonymity.BoxKey;
import org.groeipuls.anonymity.CouncilKey;
import org.groeipuls.ballot.BoxTables.Row;

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

    /**
     * What lay in the inner layers.
     *
     * @param sheets per group its encoded sheets, shuffled
     * @param rejected how many ballots were no valid ballot of this box
     */
    record Opened(SortedMap<String, List<byte[]>> sheets, int rejected) {
        @Override
        public String toString() {
            return "Opened[not shown]";
        }
    }

    /** Both passes, with one layer. */
    Opened open(CouncilKey outer, Map<String, String> codes, List<Row> rows) {
        return read(withoutTickets(new OuterLayer(box.terms(), outer, codes), rows));
    }

    /** The second pass alone, where the works council made the first one. */
    Opened open(CouncilShare share) {
        rejected = share.rejected();
        Map<String, List<byte[]>> inner = new TreeMap<>();
        share.groups().forEach((group, batch) -> inner.put(group, new ArrayList<>(batch)));
        return read(inner);
    }

    private Opened read(Map<String, List<byte[]>> inner) {
        SortedMap<String, List<byte[]>> sheets = new TreeMap<>();
        inner.forEach((group, batch) -> {
            // first an order that has nothing to do with arrival, then chance that nobody without the key can repeat
            batch.sort(Arrays::compareUnsigned);
            Collections.shuffle(batch, key.chance("shuffle/" + group));
            List<byte[]> opened = new ArrayList<>();
            batch.forEach(
                    sheet -> box.sealing().openInner(key, group, sheet).ifPresentOrElse(opened::add, () -> rejected++));
            sheets.put(group, opened);
        });
        return new Opened(sheets, rejected);
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
}
