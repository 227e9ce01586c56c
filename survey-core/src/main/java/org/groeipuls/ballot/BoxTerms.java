package org.groeipuls.ballot;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.groeipuls.anonymity.PublicKeys;

/**
 * What a box must know of its pulse, so that the ballot side never reads history.
 *
 * @param pulse id of the pulse, 1 to 80 characters
 * @param opensAt first instant at which ballots are taken
 * @param closesAt first instant at which none is taken any more
 * @param groups per group id its form and size; at least one
 * @param keys the public halves to which ballots are sealed
 */
public record BoxTerms(
        String pulse, Instant opensAt, Instant closesAt, Map<String, GroupTerms> groups, PublicKeys keys) {

    /** @throws IllegalArgumentException when the dates are the wrong way round or a group, form or id is impossible */
    public BoxTerms {
        if (pulse.isEmpty() || pulse.length() > 80) {
            throw new IllegalArgumentException("The id of a pulse has 1 to 80 characters");
        }
        if (!opensAt.isBefore(closesAt)) {
            throw new IllegalArgumentException("A pulse closes after it opens: " + opensAt + " to " + closesAt);
        }
        if (groups.isEmpty()) {
            throw new IllegalArgumentException("A pulse has at least one group");
        }
        groups.keySet().forEach(group -> GroupTerms.requireId(group, 200));
        groups = java.util.Collections.unmodifiableMap(new TreeMap<>(groups));
    }

    /**
     * One group of a pulse.
     *
     * @param items ids of the items its form asks, in order, 1 to 60 characters each
     * @param eligible how many people may answer, 1..100000
     */
    public record GroupTerms(List<String> items, int eligible) {
        public GroupTerms {
            items = List.copyOf(items);
            items.forEach(item -> requireId(item, 60));
            if (items.size() > 100 || items.stream().distinct().count() != items.size()) {
                throw new IllegalArgumentException("A form asks at most 100 items, each once");
            }
            if (eligible < 1 || eligible > 100_000) {
                throw new IllegalArgumentException("A group has 1 to 100000 people, not " + eligible);
            }
        }

        private static void requireId(String id, int longest) {
            if (id.isEmpty() || id.length() > longest || id.chars().anyMatch(Character::isISOControl)) {
                throw new IllegalArgumentException(
                        "An id has 1 to " + longest + " characters and no control characters: " + id);
            }
        }
    }
}
