package org.groeipuls.attack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.groeipuls.anonymity.CouncilKey;
import org.groeipuls.anonymity.PublicKeys;

/**
 * With two layers: whoever copies box and vault while the pulse is open tries every key in the vault on the outer layer,
 * whose own key lies with the works council.
 */
final class OperatorAlone implements Attack<Evidence> {
    private static final int POINT = 65;
    private static final int SCALAR = 32;

    @Override
    public String key() {
        return "operator-alone";
    }

    @Override
    public boolean changes() {
        return true;
    }

    @Override
    public Finding on(Evidence evidence) {
        var notes = new Notes();
        var terms = evidence.terms();
        var box = evidence.box().orElseThrow(() -> new AttackNotRun("No open box was found in the copies"));
        if (terms == null) {
            throw new AttackNotRun("The pulse does not say how its ballots are sealed");
        }
        var keys = keys(evidence, terms.keys());
        int opened = 0;
        for (var ballot : box.ballots()) {
            for (var key : keys) {
                notes.tried();
                opened += terms.sealing().openOuter(key, ballot).isPresent() ? 1 : 0;
            }
        }
        notes.expect(opened == 0, opened + " ballots were opened without the works council");
        notes.number("ciphertexts", box.ballots().size());
        notes.number("keys-tried", keys.size());
        notes.number("opened-before", opened);
        return notes.finding();
    }

    /** Every secret of the pulse in the vault, taken for the private half of the outer layer's key. */
    private static List<CouncilKey> keys(Evidence evidence, PublicKeys layers) {
        byte[] spki = layers.council();
        byte[] point = Arrays.copyOfRange(spki, spki.length - POINT, spki.length);
        List<CouncilKey> keys = new ArrayList<>();
        for (var secret : VaultSecrets.of(evidence.open().vault(), evidence.pulse())) {
            for (int at = 0; at + SCALAR <= secret.length; at += SCALAR) {
                byte[] key = Arrays.copyOf(Arrays.copyOfRange(secret, at, at + SCALAR), SCALAR + POINT);
                System.arraycopy(point, 0, key, SCALAR, POINT);
                keys.add(CouncilKey.of(key));
            }
        }
        return keys;
    }
}
