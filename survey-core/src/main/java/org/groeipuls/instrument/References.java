package org.groeipuls.instrument;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/** The rules between the parts of an instrument: names are unique and every name that is used exists and fits. */
final class References {

    private final Map<String, ResponseScale> scales;
    private final Map<String, Construct> constructs;
    private final Map<String, Item> items;
    private final Map<String, Form> forms;

    References(List<ResponseScale> scales, List<Construct> constructs, List<Item> items, List<Form> forms) {
        this.scales = unique(scales, ResponseScale::id, "scale");
        this.constructs = unique(constructs, Construct::key, "construct");
        unique(constructs, Construct::code, "construct code");
        this.items = unique(items, Item::id, "item");
        this.forms = unique(forms, Form::name, "form");
    }

    void check(List<String> cycle, List<PairedPattern> patterns) {
        items.values().forEach(this::checkItem);
        constructs.keySet().forEach(this::checkHasItems);
        forms.values().forEach(this::checkForm);
        cycle.forEach(this::checkTurn);
        unique(patterns, PairedPattern::code, "pattern").values().forEach(this::checkPattern);
    }

    private void checkItem(Item item) {
        if (!scales.containsKey(item.scale())) {
            throw unknown("item", item.id(), "scale", item.scale());
        }
        String construct = item.construct();
        if (construct != null && !constructs.containsKey(construct)) {
            throw unknown("item", item.id(), "construct", construct);
        }
        String mirrored = item.mirrors();
        if (mirrored != null) {
            checkMirror(item, mirrored);
        }
    }

    private void checkMirror(Item item, String mirrored) {
        Item original = items.get(mirrored);
        if (original == null) {
            throw unknown("item", item.id(), "item", mirrored);
        }
        boolean alike = item.reversed() == original.reversed()
                && item.scale().equals(original.scale())
                && Objects.equals(item.construct(), original.construct());
        if (original.mirrors() != null || !alike) {
            throw new InvalidInstrument(
                    "item %s mirrors %s: they must share construct, scale and direction, and %s must be the group's own"
                            .formatted(item.id(), mirrored, mirrored),
                    item.id(),
                    mirrored);
        }
    }

    private void checkHasItems(String construct) {
        if (items.values().stream().noneMatch(item -> construct.equals(item.construct()))) {
            throw new InvalidInstrument("construct " + construct + " has no items: add some or drop it", construct);
        }
    }

    private void checkForm(Form form) {
        for (String id : form.items()) {
            Item item = items.get(id);
            if (item == null) {
                throw unknown("form", form.name(), "item", id);
            }
            boolean forLeader = form.audience() == Form.Audience.LEADER;
            if (forLeader != (item.mirrors() != null)) {
                throw new InvalidInstrument(
                        "form %s is for the %s, so item %s must %s"
                                .formatted(
                                        form.name(),
                                        forLeader ? "leader" : "group",
                                        id,
                                        forLeader ? "mirror a group's item" : "be a group's own item, not a mirror"),
                        form.name(),
                        id);
            }
        }
    }

    private void checkTurn(String name) {
        Form form = forms.get(name);
        if (form == null) {
            throw unknown("the", "cycle", "form", name);
        }
        if (form.audience() != Form.Audience.GROUP) {
            throw new InvalidInstrument("the cycle names form " + name + ", which is not for groups", "cycle", name);
        }
    }

    private void checkPattern(PairedPattern pattern) {
        Form form = forms.get(pattern.form());
        if (form == null) {
            throw unknown("pattern", pattern.code(), "form", pattern.form());
        }
        Set<String> used = new HashSet<>();
        for (List<String> side : List.of(pattern.say(), pattern.does())) {
            for (String id : side) {
                Item item = items.get(id);
                if (item == null || !form.items().contains(id)) {
                    throw new InvalidInstrument(
                            "pattern %s pairs item %s, which form %s does not ask: both sides stand in one form"
                                    .formatted(pattern.code(), id, form.name()),
                            pattern.code(),
                            id);
                }
                used.add(item.scale());
            }
        }
        if (used.size() > 1) {
            throw new InvalidInstrument(
                    "pattern %s pairs items of different scales: both sides share one stem and labels"
                            .formatted(pattern.code()),
                    pattern.code());
        }
    }

    private static InvalidInstrument unknown(String part, String name, String what, String wanted) {
        return new InvalidInstrument(
                "%s %s names %s '%s', which this file does not define".formatted(part, name, what, wanted),
                name,
                wanted);
    }

    private static <T> Map<String, T> unique(List<T> parts, Function<T, String> name, String what) {
        Map<String, T> byName = new LinkedHashMap<>();
        for (T part : parts) {
            String id = name.apply(part);
            if (byName.put(id, part) != null) {
                throw new InvalidInstrument(what + " " + id + " is defined twice: rename one", id, id);
            }
        }
        return byName;
    }
}
