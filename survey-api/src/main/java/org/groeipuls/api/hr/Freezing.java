package org.groeipuls.api.hr;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.groeipuls.anonymity.PublicKeys;
import org.groeipuls.anonymity.PulseKeys;
import org.groeipuls.anonymity.TicketKey;
import org.groeipuls.pulse.AskedGroup;
import org.groeipuls.pulse.FrozenKeys;
import org.groeipuls.pulse.FrozenKeys.TicketSigner;
import org.groeipuls.pulse.OpenText;
import org.groeipuls.pulse.OpenText.TextUnit;
import org.groeipuls.team.GroupId;
import org.jspecify.annotations.Nullable;

/** The public keys of a pulse in the form in which it freezes them, beside their fingerprints. */
final class Freezing {
    private Freezing() {}

    static FrozenKeys keys(PulseKeys.Established keys, List<AskedGroup> groups) {
        SortedMap<GroupId, TicketSigner> tickets = new TreeMap<>();
        for (var group : groups) {
            var signer = signer(keys.tickets().get(group.group().value()));
            if (signer != null) {
                tickets.put(group.group(), signer);
            }
        }
        var layers = keys.layers();
        return new FrozenKeys(
                layers.operatorBase64(),
                PublicKeys.fingerprint(layers.operator()),
                layers.councilBase64(),
                PublicKeys.fingerprint(layers.council()),
                tickets);
    }

    /** @param days how long after the count what was written can be read */
    static OpenText texts(PulseKeys.Established keys, List<TextUnit> units, int days) {
        var layers = keys.layers();
        return new OpenText(
                layers.operatorBase64(),
                PublicKeys.fingerprint(layers.operator()),
                layers.councilBase64(),
                PublicKeys.fingerprint(layers.council()),
                units.stream()
                        .map(unit -> unit.signedBy(
                                signer(keys.tickets().get(unit.unit().value()))))
                        .toList(),
                days);
    }

    private static @Nullable TicketSigner signer(@Nullable TicketKey key) {
        return key == null ? null : new TicketSigner(key.base64(), key.fingerprint());
    }
}
