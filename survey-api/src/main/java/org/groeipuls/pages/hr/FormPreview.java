package org.groeipuls.pages.hr;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.IntStream;
import org.groeipuls.instrument.Form;
import org.groeipuls.instrument.Instrument;
import org.groeipuls.instrument.Item;
import org.groeipuls.instrument.Localised;
import org.groeipuls.instrument.ResponseScale;
import org.groeipuls.pages.Words;

/**
 * A form as people see it, in both languages.
 *
 * @param pulses the how manieth pulses of the cycle have it, from 1; empty when the cycle does not
 * @param leader whether the lead alone fills it in
 * @param about what it measures
 */
record FormPreview(
        String name, List<Integer> pulses, boolean leader, boolean openQuestion, String about, List<Section> sections) {
    /** The statements that share a response scale. */
    record Section(Localised stem, List<Localised> labels, List<Item> items) {}

    /** In the order in which the cycle asks them; the others after it. */
    static List<FormPreview> all(Instrument instrument, Words words) {
        return instrument.forms().stream()
                .map(form -> of(instrument, form, words))
                .sorted(Comparator.comparingInt(preview -> preview.pulses().isEmpty()
                        ? Integer.MAX_VALUE
                        : preview.pulses().getFirst()))
                .toList();
    }

    private static FormPreview of(Instrument instrument, Form form, Words words) {
        var cycle = instrument.cycle();
        var byScale = new LinkedHashMap<String, List<Item>>();
        form.items().forEach(id -> {
            var item = instrument.item(id);
            byScale.computeIfAbsent(item.scale(), scale -> new ArrayList<>()).add(item);
        });
        return new FormPreview(
                form.name(),
                IntStream.range(0, cycle.size())
                        .filter(at -> cycle.get(at).equals(form.name()))
                        .mapToObj(at -> at + 1)
                        .toList(),
                form.audience() == Form.Audience.LEADER,
                form.openQuestion(),
                FormChoice.about(instrument, form, words),
                byScale.entrySet().stream()
                        .map(entry -> section(instrument.scale(entry.getKey()), entry.getValue()))
                        .toList());
    }

    private static Section section(ResponseScale scale, List<Item> items) {
        return new Section(scale.stem(), scale.labels(), List.copyOf(items));
    }

    /** When it comes, such as 2, 7. */
    public String when() {
        return String.join(", ", pulses.stream().map(String::valueOf).toList());
    }
}
