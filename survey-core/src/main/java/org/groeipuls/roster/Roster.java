package org.groeipuls.roster;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.groeipuls.team.TeamId;
import org.jspecify.annotations.Nullable;

/**
 * Everybody, as the roster had them at one moment.
 *
 * @param people whoever stands in the list of people, by subject
 * @param leads the teams of whoever leads any, by subject, also of leads who do not stand in the list of people
 */
public record Roster(List<Person> people, SortedMap<String, SortedSet<TeamId>> leads) {
    public Roster {
        people = people.stream().sorted(Comparator.comparing(Person::id)).toList();
        leads = Collections.unmodifiableSortedMap(new TreeMap<>(leads));
    }

    /** The roster when it is what a list says. */
    public static Roster of(Collection<Person> people) {
        var leads = new TreeMap<String, SortedSet<TeamId>>();
        people.stream()
                .filter(person -> person.lead() && !person.teams().isEmpty())
                .forEach(lead -> leads.put(lead.id().subject(), lead.teams()));
        return new Roster(List.copyOf(people), leads);
    }

    /** Leads who do not stand in the list of people, with their teams. */
    public SortedMap<String, SortedSet<TeamId>> leadsBeside() {
        Set<String> listed =
                people.stream().map(person -> person.id().subject()).collect(Collectors.toSet());
        var beside = new TreeMap<>(leads);
        beside.keySet().removeAll(listed);
        return beside;
    }

    /** Lower-case hex of a SHA-256 over all of it: another one when anything in it is another. */
    public String state() {
        var bytes = new ByteArrayOutputStream();
        people.forEach(person -> {
            text(bytes, person.id().subject());
            text(bytes, person.name());
            text(bytes, person.address());
            text(bytes, person.language());
            text(bytes, person.role().name());
            person.teams().forEach(team -> text(bytes, team.value()));
            text(bytes, null);
        });
        text(bytes, null);
        for (Map.Entry<String, SortedSet<TeamId>> lead : leads.entrySet()) {
            text(bytes, lead.getKey());
            lead.getValue().forEach(team -> text(bytes, team.value()));
            text(bytes, null);
        }
        return sha256(bytes.toByteArray());
    }

    /** Its length before it, so that no two rosters give the same bytes; nothing is told from an empty text. */
    private static void text(ByteArrayOutputStream bytes, @Nullable String text) {
        byte[] utf8 = text == null ? new byte[0] : text.getBytes(UTF_8);
        bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES)
                .putInt(text == null ? -1 : utf8.length)
                .array());
        bytes.writeBytes(utf8);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }

    @Override
    public String toString() {
        return "Roster[not shown]";
    }
}
