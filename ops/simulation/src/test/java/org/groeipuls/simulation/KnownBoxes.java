package org.groeipuls.simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.groeipuls.anonymity.BoxKey;
import org.groeipuls.ballot.BallotBoxes;
import org.groeipuls.ballot.BoxTerms;
import org.groeipuls.ballot.OpenedBox;
import org.groeipuls.ballot.OpenedBox.CountedSheet;
import org.groeipuls.ballot.OpenedTexts;

/** Closed boxes with known sheets: what the count finds when nothing went over the wire and nothing was sealed. */
final class KnownBoxes implements BallotBoxes {
    private final Map<String, OpenedBox> boxes = new HashMap<>();

    void put(String pulse, List<AnswerSheet> sheets) {
        List<CountedSheet> counted = new ArrayList<>();
        for (var sheet : sheets) {
            Map<String, Integer> answers = new HashMap<>();
            sheet.answers().forEach((item, answer) -> {
                if (answer != null) {
                    answers.put(item, answer);
                }
            });
            counted.add(new CountedSheet(sheet.group(), answers, "%064x".formatted(counted.size())));
        }
        boxes.put(pulse, new OpenedBox(counted, 0));
    }

    @Override
    public OpenedBox open(String pulse, BoxKey key) {
        var box = boxes.get(pulse);
        if (box == null) {
            throw new IllegalStateException("There is no box " + pulse);
        }
        return box;
    }

    @Override
    public boolean ready(String pulse) {
        return true;
    }

    @Override
    public boolean holds(String pulse) {
        return boxes.containsKey(pulse);
    }

    @Override
    public Set<String> left(Set<String> pulses) {
        throw new UnsupportedOperationException();
    }

    @Override
    public OpenedTexts openTexts(String box, BoxKey key) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void prepare(BoxTerms terms) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void extend(String pulse, Instant closesAt) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close(String pulse) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void destroy(String pulse) {
        throw new UnsupportedOperationException();
    }
}
