package org.groeipuls.pages.organisation;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.groeipuls.agenda.PulseAgenda;
import org.groeipuls.organisation.Organisation;
import org.groeipuls.organisation.Organisation.KnownTeam;
import org.groeipuls.organisation.Organisation.KnownUnit;
import org.groeipuls.pages.Words;
import org.groeipuls.shelf.InstrumentShelf;
import org.groeipuls.team.GroupId;
import org.groeipuls.team.UnitId;
import org.jspecify.annotations.Nullable;

/** By which names people know constructs, units and groups, and the order in which a page lists them: never by size. */
final class Names {
    private static final List<String> FIRST = List.of("psychological-safety", "leader-role-modelling", "error-talk");

    private final Organisation now;
    private final Function<GroupId, Optional<String>> gone;
    private final Words words;
    private final Map<String, String> constructs;

    /**
     * @param gone what a group was called that is there no more
     * @param constructs names by key, in the order in which they are listed
     */
    Names(Organisation now, Function<GroupId, Optional<String>> gone, Words words, Map<String, String> constructs) {
        this.now = now;
        this.gone = gone;
        this.words = words;
        this.constructs = constructs;
    }

    static Names of(Organisation now, PulseAgenda agenda, InstrumentShelf shelf, Words words) {
        var names = new LinkedHashMap<String, String>();
        FIRST.forEach(key -> names.put(key, key));
        for (var instrument : shelf.all()) {
            instrument
                    .constructs()
                    .forEach(one ->
                            names.put(one.key(), one.name().in(words.language().tag())));
        }
        return new Names(now, agenda::nameOf, words, names);
    }

    String construct(String key) {
        return constructs.getOrDefault(key, key);
    }

    /** Safety, leader and error talk first, then as in the questionnaire. */
    Comparator<String> constructs() {
        var order = List.copyOf(constructs.keySet());
        return Comparator.<String>comparingInt(key -> order.contains(key) ? order.indexOf(key) : order.size())
                .thenComparing(Comparator.naturalOrder());
    }

    /** Also of a group that is there no more. */
    String group(GroupId group) {
        return now.group(group)
                .map(known -> words.listed(known.teams().stream()
                        .map(id -> now.team(id).map(KnownTeam::name).orElse(id.value()))
                        .toList()))
                .or(() -> gone.apply(group))
                .orElse(group.value());
    }

    List<String> groups(Iterable<GroupId> groups) {
        List<String> names = new ArrayList<>();
        groups.forEach(group -> names.add(group(group)));
        return sorted(names);
    }

    Comparator<Object> byName() {
        return Collator.getInstance(words.language().locale());
    }

    private List<String> sorted(List<String> names) {
        return names.stream().sorted(byName()).toList();
    }

    /** A unit and how far below the top it stands, from 0. */
    record Placed(KnownUnit unit, int depth) {}

    /** All units from the top downwards, those beside one another by their names. */
    List<Placed> structure() {
        List<Placed> placed = new ArrayList<>();
        place(null, 0, placed);
        return placed;
    }

    private void place(@Nullable UnitId parent, int depth, List<Placed> placed) {
        now.units().stream()
                .filter(unit -> Optional.ofNullable(unit.parent()).equals(Optional.ofNullable(parent)))
                .sorted(Comparator.comparing(KnownUnit::name, byName()).thenComparing(KnownUnit::unit))
                .forEach(unit -> {
                    placed.add(new Placed(unit, depth));
                    place(unit.unit(), depth + 1, placed);
                });
    }
}
