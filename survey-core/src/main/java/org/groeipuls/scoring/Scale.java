package org.groeipuls.scoring;

import java.util.List;

/**
 * The items of one construct that one form presented; items that were not presented are not in it.
 *
 * @throws IllegalArgumentException without items or with an item twice
 */
public record Scale(String construct, List<ScaleItem> items) {
    public Scale {
        items = List.copyOf(items);
        if (items.isEmpty()) {
            throw new IllegalArgumentException("The scale " + construct + " needs at least one presented item");
        }
        if (items.stream().map(ScaleItem::id).distinct().count() < items.size()) {
            throw new IllegalArgumentException("The scale " + construct + " holds an item twice");
        }
    }

    /** Answers that a respondent score needs: max(2, half of the presented items rounded up) (measurement, section 2). */
    public int needed() {
        return Math.max(2, (items.size() + 1) / 2);
    }
}
