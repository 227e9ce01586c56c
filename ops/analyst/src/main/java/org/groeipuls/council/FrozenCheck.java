package org.groeipuls.council;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.groeipuls.anonymity.CouncilKey;
import org.groeipuls.anonymity.PublicKeys;
import org.groeipuls.ballot.BoxTerms;
import org.groeipuls.ballot.PublishedTerms;
import org.groeipuls.roster.Invited;
import org.groeipuls.roster.PersonId;
import org.groeipuls.team.GroupId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What was frozen in a pulse, in lines to read, and whether it is what the works council was promised. */
final class FrozenCheck {
    private final List<String> lines = new ArrayList<>();
    private boolean sound = true;

    /** @param key the council's own key of this pulse; absent with one layer */
    FrozenCheck(CouncilServer server, String pulse, @Nullable CouncilKey key) {
        JsonNode frozen = server.get(pulse, "");
        BoxTerms terms = PublishedTerms.read(frozen);
        JsonNode rules = frozen.path("rules");
        line(
                "Pulse %s is %s, from %s to %s.",
                pulse, frozen.path("state").asString(), terms.opensAt(), terms.closesAt());
        line(
                "Shown from %d answers; disclosure %s; tickets %s; layers %d.",
                rules.path("minimumGroup").intValue(),
                rules.path("disclosure").asString(),
                rules.path("tickets").asString(),
                rules.path("layers").intValue());
        line("Agreement: %s", frozen.path("agreement").path("reference").asString("none"));
        line("Operator's key: %s", PublicKeys.fingerprint(terms.keys().operator()));
        line("Council's key: %s", PublicKeys.fingerprint(terms.keys().council()));
        layers(terms, key);
        groups(terms);
        PublishedTerms.texts(frozen).ifPresent(texts -> texts(texts, key));
        if (terms.blind()
                && List.of("issued", "open").contains(frozen.path("state").asString())) {
            people(server.get(pulse, "/invited"), terms, frozen.path("roster").asString(""));
        }
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    /** Whether nothing was found that is not as promised. */
    boolean sound() {
        return sound;
    }

    private void layers(BoxTerms terms, @Nullable CouncilKey key) {
        if (!terms.twoLayers()) {
            line("One layer: the operator could link answers while the pulse is open.");
        } else if (key == null) {
            wrong("Two layers, but no --key was given to compare: nobody has checked whose key was frozen.");
        } else if (Arrays.equals(key.publicKey(), terms.keys().council())) {
            line("Two layers, with your key.");
        } else {
            wrong("Two layers, but the frozen key is NOT yours: somebody else can take the layer off. Object now.");
        }
    }

    private void groups(BoxTerms terms) {
        terms.groups().forEach((group, asked) -> {
            var ticketKey = asked.ticketKey();
            line(
                    "Group %s: %d people, %d statements%s",
                    group,
                    asked.eligible(),
                    asked.items().size(),
                    ticketKey == null ? "" : ", ticket key " + ticketKey.fingerprint());
        });
    }

    private void texts(BoxTerms texts, @Nullable CouncilKey key) {
        line("An open question: what people write lies in a second box.");
        line("Operator's key for texts: %s", PublicKeys.fingerprint(texts.keys().operator()));
        if (texts.twoLayers()
                && key != null
                && !Arrays.equals(key.publicKey(), texts.keys().council())) {
            wrong("The frozen key for texts is NOT yours: somebody else can take that layer off. Object now.");
        }
        texts.groups().forEach((unit, asked) -> {
            var ticketKey = asked.ticketKey();
            line(
                    "In the name of unit %s write %d people%s",
                    unit, asked.eligible(), ticketKey == null ? "" : ", ticket key " + ticketKey.fingerprint());
        });
    }

    private void people(JsonNode invited, BoxTerms terms, String promised) {
        SortedMap<GroupId, SortedSet<PersonId>> groups = new TreeMap<>();
        for (JsonNode group : invited.path("groups")) {
            SortedSet<PersonId> people = new TreeSet<>();
            group.path("people").forEach(person -> people.add(new PersonId(person.asString())));
            groups.put(new GroupId(group.path("group").asString()), people);
        }
        var commitment =
                new Invited(Base64.getDecoder().decode(invited.path("salt").asString()), groups).commitment();
        if (commitment.equals(promised)) {
            line("The list of people is the one that was frozen (%s).", promised);
        } else {
            wrong("The list of people is NOT the one that was frozen: expected %s, found %s.", promised, commitment);
        }
        terms.groups().forEach((group, asked) -> {
            int people =
                    groups.getOrDefault(new GroupId(group), new TreeSet<>()).size();
            if (people != asked.eligible()) {
                wrong("Group %s has %d people in the list, but %d may answer.", group, people, asked.eligible());
            }
        });
    }

    private void line(String text, Object... values) {
        lines.add(text.formatted(values));
    }

    private void wrong(String text, Object... values) {
        sound = false;
        lines.add("!! " + text.formatted(values));
    }
}
