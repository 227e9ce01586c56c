package org.groeipuls.api.mail;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.refusal.Refusal;
import org.groeipuls.team.GroupId;

/** Makes codes as boxes do: until the opening they can be made again, which voids those before. */
final class MadeLinks implements Links {
    final List<String> lots = new ArrayList<>();
    /** Whether the boxes are there. */
    volatile boolean boxes = true;

    private final Map<String, Codes> valid = new HashMap<>();
    private final InstantSource clock;

    MadeLinks(InstantSource clock) {
        this.clock = clock;
    }

    private static final class NoBox extends Refusal {
        private static final long serialVersionUID = 1;

        NoBox() {
            super(Kind.UNKNOWN, "group-unknown", "test");
        }
    }

    private static final class AlreadyIssued extends Refusal {
        private static final long serialVersionUID = 1;

        AlreadyIssued() {
            super(Kind.CONFLICT, "links-already-issued", "test");
        }
    }

    @Override
    public synchronized Codes make(PulseId pulse, GroupId group) {
        if (!boxes) {
            throw new NoBox();
        }
        var place = pulse.value() + group.value();
        if (valid.containsKey(place) && !clock.instant().isBefore(Mailroom.DATES.opensAt())) {
            throw new AlreadyIssued();
        }
        var lot = place + lots.size();
        lots.add(lot);
        var codes = new Codes(
                IntStream.range(0, Mailroom.EACH + 2)
                        .mapToObj(i -> "code" + lot + i)
                        .toList(),
                null);
        valid.put(place, codes);
        return codes;
    }

    /** All codes that hold. */
    synchronized List<String> valid() {
        return valid.values().stream()
                .flatMap(codes -> codes.answers().stream())
                .toList();
    }

    @Override
    public synchronized boolean stand(PulseId pulse, GroupId group, Codes codes) {
        return codes.equals(valid.get(pulse.value() + group.value()));
    }
}
