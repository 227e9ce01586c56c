package org.groeipuls.pulse;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.groeipuls.team.GroupId;

/**
 * The public keys of a pulse, as base64 of their SubjectPublicKeyInfo, with the lower-case hexadecimal SHA-256 of each.
 * Public by design.
 *
 * @param operator to which the inner layer of ballots is sealed
 * @param council to which the outer layer of ballots is sealed
 * @param tickets per group the key that signs its blind tickets; empty with personal links
 */
public record FrozenKeys(
        String operator,
        String operatorFingerprint,
        String council,
        String councilFingerprint,
        SortedMap<GroupId, TicketSigner> tickets) {
    public FrozenKeys {
        tickets = Collections.unmodifiableSortedMap(new TreeMap<>(tickets));
    }

    /** With personal links. */
    public FrozenKeys(String operator, String operatorFingerprint, String council, String councilFingerprint) {
        this(operator, operatorFingerprint, council, councilFingerprint, new TreeMap<>());
    }

    /** The public key that signs blind tickets of one group. */
    public record TicketSigner(String key, String fingerprint) {}
}
