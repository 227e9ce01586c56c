package org.groeipuls.pages.team;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.groeipuls.api.teamlead.MirrorPlaces.Place;
import org.groeipuls.pages.Words;
import org.groeipuls.reflection.SelfBesideGroup;
import org.groeipuls.reflection.SelfBesideGroup.Pair;
import org.jspecify.annotations.Nullable;

/** A lead's form and what came of it, in words. */
final class MirrorSheet {
    private final Place place;
    private final Words words;

    MirrorSheet(Place place, Words words) {
        this.place = place;
        this.words = words;
    }

    /** @param chosen the answer that was given, from 1; 0 for none */
    record Statement(String item, String text, int chosen) {}

    /** Statements with one set of labels. */
    record Section(String stem, List<String> labels, List<Statement> statements) {}

    /** Both values of one statement, each in words; a value that is not there says so. */
    record Row(String text, String self, String group) {}

    /** Both values over all statements of role-modelling, and what can be said of them. */
    record Gap(String values, String meaning) {}

    List<Section> sections(@Nullable Map<String, Integer> answers) {
        var byScale = new LinkedHashMap<String, List<Statement>>();
        for (var id : place.form().items()) {
            var chosen = answers == null ? 0 : answers.getOrDefault(id, 0);
            byScale.computeIfAbsent(place.instrument().item(id).scale(), scale -> new ArrayList<>())
                    .add(new Statement(id, text(id), chosen));
        }
        return byScale.entrySet().stream()
                .map(entry -> {
                    var scale = place.instrument().scale(entry.getKey());
                    return new Section(scale.stem().in(tag()), labels(entry.getKey()), entry.getValue());
                })
                .toList();
    }

    List<Row> rows(SelfBesideGroup beside) {
        return beside.pairs().stream().map(this::row).toList();
    }

    private Row row(Pair pair) {
        var self = pair.self();
        var group = pair.group();
        var n = pair.n();
        var labels = labels(place.instrument().item(pair.item()).scale());
        return new Row(
                text(pair.item()),
                self == null ? words.text("mirror.left-out") : words.text("mirror.self", self, labels.get(self - 1)),
                group == null || n == null
                        ? words.text("mirror.not-asked")
                        : words.text("mirror.group", words.score(group), n));
    }

    /** @param whose {@code own} or {@code shared}: to whom it is said */
    @Nullable
    Gap gap(SelfBesideGroup beside, String whose) {
        var known = beside.roleModelling();
        return known == null
                ? null
                : new Gap(
                        words.text(
                                "mirror.gap.values." + whose,
                                known.items(),
                                words.score(known.self()),
                                words.score(known.group())),
                        words.text("mirror.gap." + (known.rosier() ? "rosier." : "same.") + whose));
    }

    private String text(String item) {
        return place.instrument().item(item).text().in(tag());
    }

    private List<String> labels(String scale) {
        return place.instrument().scale(scale).labels().stream()
                .map(label -> label.in(tag()))
                .toList();
    }

    private String tag() {
        return words.language().tag();
    }
}
