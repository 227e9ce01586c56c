package org.groeipuls.ballot;

import java.util.List;
import java.util.Map;

/**
 * The content of a closed box, cut loose from tickets and from the order of arrival.
 *
 * @param sheets the answers that count, by group, shuffled within each group; withdrawn ones are left out
 * @param rejected how many ballots were no valid ballot of this pulse
 */
public record OpenedBox(List<CountedSheet> sheets, int rejected) {
    public OpenedBox {
        sheets = List.copyOf(sheets);
    }

    @Override
    public String toString() {
        return "OpenedBox[not shown]";
    }

    /**
     * The answers of one person.
     *
     * @param group id of the group
     * @param answers per item id a value 1..5; what was not answered is absent
     * @param nonceHash lower-case hex SHA-256 of the receipt's characters
     */
    public record CountedSheet(String group, Map<String, Integer> answers, String nonceHash) {
        public CountedSheet {
            answers = Map.copyOf(answers);
        }

        @Override
        public String toString() {
            return "CountedSheet[not shown]";
        }
    }
}
