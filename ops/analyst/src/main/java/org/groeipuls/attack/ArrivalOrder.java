package org.groeipuls.attack;

import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.groeipuls.anonymity.BoxSecret;
import org.groeipuls.anonymity.FileVault;
import org.groeipuls.anonymity.KeyLost;

/**
 * Looks for the order of answering in everything that is left after the count. That the search can find an order shows
 * in the open box, where whoever has the vault's secret can tell each person's row.
 */
final class ArrivalOrder implements Attack<Evidence> {
    private static final double CERTAIN = 0.001;
    private static final double COMPLETE = 0.95;

    @Override
    public String key() {
        return "arrival-order";
    }

    @Override
    public boolean changes() {
        return true;
    }

    @Override
    public Finding on(Evidence evidence) {
        var notes = new Notes();
        inTheOpenBox(evidence, notes);
        var orders = evidence.ordersAfter();
        double p = 1;
        for (var order : orders.found()) {
            double chance = Order.chance(order.correlation(), order.places().size())
                    * orders.found().size();
            p = Math.min(p, chance);
            notes.expect(chance >= CERTAIN, "the order of answering shows in: " + order.where());
        }
        notes.number("people", evidence.people().size());
        notes.number("sources", orders.found().size());
        notes.number("order-after-count", rounded(orders.strongest()));
        notes.number("order-p", rounded(Math.min(1, p)));
        notes.number("files", evidence.after().files());
        notes.number("megabytes", evidence.after().megabytes());
        notes.tried(evidence.after().sources().size());
        return notes.finding();
    }

    private static void inTheOpenBox(Evidence evidence, Notes notes) {
        if (evidence.terms() == null) {
            return;
        }
        var marks = marks(evidence);
        double strongest = 0;
        for (var box : evidence.boxes()) {
            TreeMap<Integer, Long> places = new TreeMap<>();
            for (int row = 0; row < box.marks().size(); row++) {
                var person = marks.get(HexFormat.of().formatHex(box.marks().get(row)));
                if (person != null) {
                    places.put(person, (long) row);
                }
            }
            strongest = Math.max(strongest, Math.abs(new Orders.Found(box.order(), places).correlation()));
        }
        notes.number("order-in-open-box", rounded(strongest));
        if (strongest < COMPLETE) {
            throw new AttackNotRun("The search does not even find the order in the open box: it would find nothing");
        }
    }

    /** Whose row in the box is whose: what only somebody with the secret of the vault can tell. */
    private static Map<String, Integer> marks(Evidence evidence) {
        Map<String, Integer> marks = new TreeMap<>();
        secret(evidence).ifPresent(secret -> {
            for (int i = 0; i < evidence.people().size(); i++) {
                byte[] mark = secret.mark(evidence.people().get(i).nullifier());
                marks.put(HexFormat.of().formatHex(mark), i);
            }
        });
        return marks;
    }

    private static Optional<BoxSecret> secret(Evidence evidence) {
        try {
            return Optional.of(FileVault.at(evidence.open().vault()).boxSecret(evidence.pulse()));
        } catch (KeyLost none) {
            return Optional.empty();
        }
    }

    static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
