package org.groeipuls.pages.organisation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.groeipuls.api.hr.Overview.MovedList;
import org.groeipuls.api.hr.Overview.Tally;
import org.groeipuls.heatmap.Moved;
import org.groeipuls.pages.Words;
import org.groeipuls.scoring.Change;

/**
 * Which lines moved at the latest checkpoints of one kind, in sentences: of groups by their names, or by construct how
 * many, for who sees no single group.
 *
 * @param looked how many lines were looked at, in words
 */
record MovedSheet(String title, String looked, List<String> lines) {
    static MovedSheet of(MovedList list, Names names, Words words) {
        var checkpoint = list.checkpoint().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new MovedSheet(
                words.text("organisation.moved." + checkpoint),
                words.text(
                        list.looked() == 0 ? "organisation.moved.not-yet" : "organisation.moved.looked",
                        list.looked(),
                        list.tallies().stream()
                                .mapToLong(one -> one.risen() + one.fallen())
                                .sum()),
                lines(list, names, words));
    }

    private static List<String> lines(MovedList list, Names names, Words words) {
        var moved = list.lines();
        if (moved == null) {
            return list.tallies().stream()
                    .sorted(Comparator.comparing(Tally::construct, names.constructs()))
                    .flatMap(one -> tally(one, names, words).stream())
                    .toList();
        }
        return moved.stream()
                .sorted(Comparator.comparing((Moved.Line line) -> names.group(line.group()), names.byName())
                        .thenComparing(Moved.Line::construct, names.constructs()))
                .map(line -> sentence(line, names, words))
                .toList();
    }

    private static String sentence(Moved.Line line, Names names, Words words) {
        var band = new Change(line.d(), line.se()).band();
        boolean risen = line.d() > 0;
        return words.text(
                risen ? "organisation.moved.risen" : "organisation.moved.fallen",
                names.group(line.group()),
                names.construct(line.construct()),
                words.points(risen ? band.low() : -band.high()),
                words.points(risen ? band.high() : -band.low()));
    }

    private static List<String> tally(Tally one, Names names, Words words) {
        List<String> said = new ArrayList<>();
        if (one.risen() > 0) {
            said.add(words.text("organisation.moved.many-risen", names.construct(one.construct()), one.risen()));
        }
        if (one.fallen() > 0) {
            said.add(words.text("organisation.moved.many-fallen", names.construct(one.construct()), one.fallen()));
        }
        return said;
    }
}
