package org.groeipuls.audit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Which people there must be in a block for its figures to be about as many as they say. History does not tell who left
 * out what; taken is that most answered everything and that those who left something out are not the same people.
 */
final class Kinds {
    private final String group;
    private final List<Figures.Kind> kinds = new ArrayList<>();

    private Kinds(String group) {
        this.group = group;
    }

    /**
     * How many people a figure is about.
     *
     * @param items the statements it is made of
     */
    record About(Set<String> items, int n) {
        private boolean counts(Set<String> answered) {
            long has = items.stream().filter(answered::contains).count();
            return has >= Math.min(items.size(), Math.max(2, (items.size() + 1) / 2));
        }
    }

    static List<Figures.Kind> of(String group, Collection<About> figures) {
        var found = new Kinds(group);
        Set<String> all = new LinkedHashSet<>();
        figures.forEach(figure -> all.addAll(figure.items()));
        found.add(all, figures.stream().mapToInt(About::n).min().orElse(0));
        figures.stream()
                .sorted(Comparator.comparingInt(
                        (About figure) -> -figure.items().size()))
                .forEach(found::fit);
        return found.kinds;
    }

    private void fit(About figure) {
        int people = kinds.stream()
                .filter(kind -> figure.counts(kind.items()))
                .mapToInt(Figures.Kind::people)
                .sum();
        if (people < figure.n()) {
            add(figure.items(), figure.n() - people);
        } else {
            leaveOut(figure, people - figure.n());
        }
    }

    private void leaveOut(About figure, int tooMany) {
        int left = tooMany;
        for (int at = 0; at < kinds.size() && left > 0; at++) {
            var kind = kinds.get(at);
            if (figure.counts(kind.items())) {
                int people = Math.min(left, kind.people());
                left -= people;
                kinds.set(at, new Figures.Kind(group, kind.items(), kind.people() - people));
                Set<String> fewer = new HashSet<>(kind.items());
                fewer.removeAll(figure.items());
                add(fewer, people);
            }
        }
        kinds.removeIf(kind -> kind.people() == 0);
    }

    private void add(Set<String> items, int people) {
        if (people > 0 && !items.isEmpty()) {
            kinds.add(new Figures.Kind(group, Set.copyOf(items), people));
        }
    }
}
