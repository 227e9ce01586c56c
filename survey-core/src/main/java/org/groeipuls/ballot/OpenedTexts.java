package org.groeipuls.ballot;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The content of a closed text box, cut loose from tickets and from the order of arrival.
 *
 * @param units per unit what its people wrote, shuffled; an empty text for each who wrote nothing; withdrawn ones are
 *     left out
 * @param rejected how many ballots were no valid ballot of this box
 */
public record OpenedTexts(SortedMap<String, List<String>> units, int rejected) {
    public OpenedTexts {
        SortedMap<String, List<String>> copy = new TreeMap<>();
        units.forEach((unit, texts) -> copy.put(unit, List.copyOf(texts)));
        units = java.util.Collections.unmodifiableSortedMap(copy);
    }

    /** Reads the sheets of a box for texts; what is none counts as rejected. */
    static OpenedTexts of(BoxOpening.Opened opened) {
        SortedMap<String, List<String>> units = new TreeMap<>();
        int rejected = opened.rejected();
        for (Map.Entry<String, List<byte[]>> unit : opened.sheets().entrySet()) {
            List<String> texts = new ArrayList<>();
            for (byte[] encoded : unit.getValue()) {
                Optional<TextSheet> sheet = TextSheet.read(encoded);
                if (sheet.isEmpty()) {
                    rejected++;
                }
                sheet.map(TextSheet::text).ifPresent(texts::add);
            }
            units.put(unit.getKey(), texts);
        }
        return new OpenedTexts(units, rejected);
    }

    @Override
    public String toString() {
        return "OpenedTexts[not shown]";
    }
}
