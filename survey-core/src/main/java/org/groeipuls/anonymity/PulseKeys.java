package org.groeipuls.anonymity;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Makes, shows and destroys the keys of pulses; whoever issues or ends a pulse needs no more. From here nothing that
 * opens a ballot can be reached. All methods may be called by several threads and processes at once.
 */
public interface PulseKeys {

    /**
     * Which keys a pulse needs.
     *
     * @param ticketGroups ids of the groups whose tickets are signed blindly; none with personal links
     * @param council the works council's public key for the outer layer, SubjectPublicKeyInfo in DER; empty with one
     *     layer, whose outer key is made and kept here
     */
    record Needed(SortedSet<String> ticketGroups, Optional<byte[]> council) {
        /** One layer and personal links. */
        public static final Needed PLAIN = new Needed(new TreeSet<>(), Optional.empty());

        /** @throws IllegalArgumentException when the council's key is no P-256 SubjectPublicKeyInfo */
        public Needed {
            ticketGroups = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(ticketGroups));
            council = council.map(key -> P256.spki(P256.point(key)));
        }
    }

    /**
     * The public halves of a pulse's keys.
     *
     * @param layers the keys that ballots are sealed to
     * @param tickets per group id the key that its tickets are signed with; empty with personal links
     */
    record Established(PublicKeys layers, SortedMap<String, TicketKey> tickets) {
        public Established {
            tickets = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(Map.copyOf(tickets)));
        }
    }

    /**
     * Creates the keys of a pulse that are not there yet; they are on disk and synced when it returns. What is there
     * is never replaced.
     *
     * @param pulse id of the pulse, 1 to 80 characters
     * @return the public halves of all keys of the pulse
     * @throws KeyLost when something stands there that cannot be read
     * @throws CouncilKeyDiffers when the pulse has keys with another outer layer
     */
    Established establish(String pulse, Needed needed);

    /** As {@link #establish(String, Needed)} for one layer and personal links. */
    default PublicKeys establish(String pulse) {
        return establish(pulse, Needed.PLAIN).layers();
    }

    /**
     * The public halves, empty when this vault never had or no longer has them.
     *
     * @throws KeyLost when they stand there but cannot be read
     */
    Optional<PublicKeys> publicKeys(String pulse);

    /**
     * Forgets a pulse for ever: writes the others under a new vault key, syncs, and unlinks the old one. May be
     * repeated, also after a crash at any step; the key is gone for certain once it returned.
     */
    void destroy(String pulse);

    /** The pulses whose keys lie here, readable or not. */
    Set<String> pulses();
}
