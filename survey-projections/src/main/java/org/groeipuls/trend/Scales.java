package org.groeipuls.trend;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.groeipuls.instrument.Construct;
import org.groeipuls.instrument.Instrument;
import org.groeipuls.instrument.Item;
import org.groeipuls.instrument.UnknownInstrumentPart;
import org.groeipuls.release.ItemFigures;
import org.groeipuls.release.ReleaseEvent.BlockReleased;

/** The scales of one instrument with the keys of one rule, found at once instead of looked for. */
final class Scales {
    private static final int MOST_FORMS = 1000;

    private final Instrument instrument;
    private final Map<String, Item> items;
    private final Map<List<String>, List<String>> asked = new ConcurrentHashMap<>();

    Scales(Instrument instrument) {
        this.instrument = instrument;
        this.items = instrument.items().stream().collect(Collectors.toUnmodifiableMap(Item::id, Function.identity()));
    }

    /** @throws UnknownInstrumentPart if there is none */
    Item item(String id) {
        return Optional.ofNullable(items.get(id)).orElseGet(() -> instrument.item(id));
    }

    /** What was released of the items of a construct. */
    List<ItemFigures> of(BlockReleased block, String construct) {
        return block.items().stream()
                .filter(figures -> construct.equals(item(figures.item()).construct()))
                .toList();
    }

    /** The constructs of group level of which a scale (two items or more) is among these items. */
    List<String> among(List<String> some) {
        if (asked.size() > MOST_FORMS) {
            asked.clear();
        }
        return asked.computeIfAbsent(List.copyOf(some), this::found);
    }

    private List<String> found(List<String> some) {
        return instrument.constructs().stream()
                .filter(construct -> construct.level() == Construct.Level.GROUP)
                .map(Construct::key)
                .filter(construct -> instrument.scored(construct, some).size() >= 2)
                .toList();
    }
}
