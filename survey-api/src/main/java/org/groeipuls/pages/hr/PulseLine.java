package org.groeipuls.pages.hr;

import java.util.Objects;
import org.groeipuls.agenda.KnownPulse;
import org.groeipuls.pages.Words;
import org.groeipuls.pulse.PulseState;
import org.groeipuls.shelf.InstrumentShelf;

/** A pulse in a list: what it is, how far it is, and when it opens and closes. Nothing of who answers. */
record PulseLine(KnownPulse known, InstrumentShelf shelf, Words words) {
    public String id() {
        return known.issued().pulse().value();
    }

    public String title() {
        return shelf.find(known.issued().instrument())
                .map(instrument -> instrument.title().in(words.language().tag()))
                .orElse(id());
    }

    public String state() {
        return words.text("council.state." + known.state().word());
    }

    public String opens() {
        return words.shortDate(
                known.issued().dates().opensAt().atZone(words.zone()).toLocalDate());
    }

    public String closes() {
        return words.shortDate(known.closesAt().atZone(words.zone()).toLocalDate());
    }

    /** What happens next, and when. */
    public String next() {
        return switch (known.state()) {
            case ISSUED ->
                words.text("hr.next.issued", words.moment(known.issued().dates().opensAt()));
            case OPEN -> words.text("hr.next.open", words.moment(known.closesAt()));
            case CLOSED -> words.text(twoLayers() ? "hr.next.closed-council" : "hr.next.closed");
            case COUNTED -> words.text("hr.next.counted");
            case CANCELLED -> words.text("hr.next.cancelled");
        };
    }

    boolean twoLayers() {
        return known.issued().rules().layers() == 2;
    }

    /** Whether nothing more comes of it. */
    public boolean over() {
        return known.state() == PulseState.COUNTED || known.state() == PulseState.CANCELLED;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PulseLine line && line.id().equals(id());
    }

    @Override
    public int hashCode() {
        return Objects.hash(id());
    }
}
