package org.groeipuls.instrument;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * A versioned, validated set of items with their scales, constructs, forms, default cycle of forms and say-do pairs.
 * It is immutable and whole: whoever holds one may trust every reference in it.
 */
public record Instrument(
        InstrumentKey key,
        Localised title,
        List<ResponseScale> scales,
        List<Construct> constructs,
        List<Item> items,
        List<Form> forms,
        List<String> cycle,
        List<PairedPattern> patterns) {

    /** An instrument holds at most this many items. */
    public static final int MOST_ITEMS = 200;

    private static final int MOST_PARTS = 60;

    /** @throws InvalidInstrument with the part and the remedy, if any rule of the instrument is broken */
    public Instrument {
        if (key == null) {
            throw new InvalidInstrument("The instrument has no key: add one such as groeipuls@1");
        }
        if (title == null) {
            throw new InvalidInstrument("The instrument has no title: add one in nl and en");
        }
        scales = Must.list(scales, null, "scales", 1, MOST_PARTS);
        constructs = Must.list(constructs, null, "constructs", 0, MOST_PARTS);
        items = Must.list(items, null, "items", 1, MOST_ITEMS);
        forms = Must.list(forms, null, "forms", 1, MOST_PARTS);
        cycle = Must.names(cycle, null, "forms in its cycle", 1, MOST_PARTS);
        patterns = Must.list(patterns, null, "patterns", 0, MOST_PARTS);
        new References(scales, constructs, items, forms).check(cycle, patterns);
    }

    /** The item with this id. @throws UnknownInstrumentPart if there is none */
    public Item item(String id) {
        return find(items, Item::id, id, "item");
    }

    /** The construct with this key. @throws UnknownInstrumentPart if there is none */
    public Construct construct(String key) {
        return find(constructs, Construct::key, key, "construct");
    }

    /** The response scale with this id. @throws UnknownInstrumentPart if there is none */
    public ResponseScale scale(String id) {
        return find(scales, ResponseScale::id, id, "scale");
    }

    /** The form with this name. @throws UnknownInstrumentPart if there is none */
    public Form form(String name) {
        return find(forms, Form::name, name, "form");
    }

    /**
     * The items of a construct among those presented, in the instrument's order; empty when none was presented.
     *
     * @throws UnknownInstrumentPart if the construct is unknown
     */
    public List<Item> scored(String constructKey, Collection<String> presented) {
        String known = construct(constructKey).key();
        Set<String> asked = Set.copyOf(presented);
        return items.stream()
                .filter(item -> known.equals(item.construct()) && asked.contains(item.id()))
                .toList();
    }

    private <T> T find(List<T> parts, Function<T, String> name, String wanted, String what) {
        return parts.stream()
                .filter(part -> name.apply(part).equals(wanted))
                .findFirst()
                .orElseThrow(() -> new UnknownInstrumentPart("%s has no %s with that name; it has %s"
                        .formatted(key, what, parts.stream().map(name).toList())));
    }
}
