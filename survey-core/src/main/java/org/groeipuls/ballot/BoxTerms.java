package org.groeipuls.ballot;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.groeipuls.anonymity.PublicKeys;
import org.groeipuls.anonymity.Sealing;
import org.groeipuls.anonymity.Sealing.Sizes;
import org.groeipuls.anonymity.TicketKey;
import org.jspecify.annotations.Nullable;

/**
 * What a box must know of its pulse, so that the ballot side never reads history.
 *
 * @param pulse id of the pulse, or of its text box ({@link org.groeipuls.anonymity.TextBox}), 1 to 80 characters
 * @param opensAt first instant at which ballots are taken
 * @param closesAt first instant at which none is taken any more
 * @param groups per group id its form and size; at least one
 * @param keys the public halves to which ballots are sealed
 * @param twoLayers whether the works council removes the outer layer before the count
 */
public record BoxTerms(
        String pulse,
        Instant opensAt,
        Instant closesAt,
        Map<String, GroupTerms> groups,
        PublicKeys keys,
        boolean twoLayers,
        Content content) {

    /** What people put into a box. */
    public enum Content {
        /** A value for each item of their group's form. */
        ANSWERS,
        /** What they wrote for the open question, in the box of a larger unit that stands in the place of a group. */
        TEXTS
    }

    /** The terms of a box for answers. */
    public BoxTerms(
            String pulse,
            Instant opensAt,
            Instant closesAt,
            Map<String, GroupTerms> groups,
            PublicKeys keys,
            boolean twoLayers) {
        this(pulse, opensAt, closesAt, groups, keys, twoLayers, Content.ANSWERS);
    }

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
        if (groups.values().stream().map(GroupTerms::blind).distinct().count() != 1) {
            throw new IllegalArgumentException("Either all groups of a pulse have a ticket key or none");
        }
    }

    /** Whether tickets are signed blindly; else personal links are. */
    public boolean blind() {
        return groups.values().iterator().next().blind();
    }

    /** How ballots of this pulse are sealed. */
    public Sealing sealing() {
        int longestGroup = groups.keySet().stream()
                .mapToInt(group -> group.getBytes(UTF_8).length)
                .max()
                .orElseThrow();
        int largestSheet = content == Content.TEXTS
                ? TextSheet.LARGEST
                : Sheet.largest(groups.values().stream().map(GroupTerms::items).toList());
        return Sealing.of(
                pulse,
                keys,
                blind() ? Sizes.blind(longestGroup, largestSheet) : Sizes.link(longestGroup, largestSheet));
    }

    /** @throws BallotRefusal.GroupUnknown when the pulse does not ask this group */
    List<String> form(String group) {
        return find(group).orElseThrow(BallotRefusal.GroupUnknown::new).items();
    }

    Optional<GroupTerms> find(String group) {
        return Optional.ofNullable(groups.get(group));
    }

    /**
     * One group of a pulse.
     *
     * @param items ids of the items its form asks, in order, 1 to 60 characters each
     * @param eligible how many people may answer, 1..100000
     * @param ticketKey what signs the group's blind tickets; absent with personal links
     */
    public record GroupTerms(
            List<String> items, int eligible, @Nullable TicketKey ticketKey) {
        /** A group with personal links. */
        public GroupTerms(List<String> items, int eligible) {
            this(items, eligible, null);
        }

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

        boolean blind() {
            return ticketKey != null;
        }

        private static void requireId(String id, int longest) {
            if (id.isEmpty() || id.length() > longest || id.chars().anyMatch(Character::isISOControl)) {
                throw new IllegalArgumentException(
                        "An id has 1 to " + longest + " characters and no control characters: " + id);
            }
        }
    }
}
