package org.groeipuls.pages.hr;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;
import org.groeipuls.agenda.PulseAgenda;
import org.groeipuls.api.hr.Occurrence;
import org.groeipuls.api.hr.ProgrammeRequest;
import org.groeipuls.api.hr.ProgrammeView;
import org.groeipuls.pages.Words;
import org.groeipuls.pulse.PulseState;
import org.groeipuls.shelf.InstrumentShelf;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Where HR begins: what to do next, which pulses run and come, and what needs attention. */
@Controller
final class HomePage {
    static final String PATH = "/hr";

    private final Attention attention;
    private final PulseAgenda agenda;
    private final InstrumentShelf shelf;
    private final InstantSource clock;
    private final Room room;

    HomePage(Attention attention, PulseAgenda agenda, InstrumentShelf shelf, InstantSource clock, Room room) {
        this.attention = attention;
        this.agenda = agenda;
        this.shelf = shelf;
        this.clock = clock;
        this.room = room;
    }

    /** The next pulse of a programme. */
    record Coming(String programme, String name, String when) {}

    @GetMapping(PATH)
    ResponseEntity<String> show(HttpServletRequest request) {
        var words = room.words(request);
        var now = attention.look(words);
        var steps = Step.all(now, agenda.all(), words);
        var content = new HashMap<String, Object>();
        content.put("steps", steps);
        content.put("ready", steps.getLast().done());
        content.put("points", now.points(words, clock.instant()));
        content.put(
                "pulses",
                agenda.all().stream()
                        .filter(known -> known.state() != PulseState.COUNTED && known.state() != PulseState.CANCELLED)
                        .map(known -> new PulseLine(known, shelf, words))
                        .toList());
        content.put("coming", coming(now.programmes(), words));
        return room.page("home", PATH, request, content);
    }

    private static List<Coming> coming(List<ProgrammeView> programmes, Words words) {
        return programmes.stream()
                .filter(one -> one.state() == ProgrammeRequest.Stage.ACTIVE)
                .flatMap(one -> next(one.occurrences())
                        .map(next -> new Coming(one.programme().value(), one.name(), words.date(next.day()))))
                .toList();
    }

    private static Stream<Occurrence> next(List<Occurrence> occurrences) {
        return occurrences.stream()
                .filter(one -> one.state() == Occurrence.Stage.PLANNED)
                .limit(1);
    }
}
