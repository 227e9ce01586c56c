package org.groeipuls.pages.hr;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.groeipuls.instrument.Instrument;
import org.groeipuls.shelf.InstrumentShelf;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What people are asked: each form in both languages side by side, in the order of the cycle. */
@Controller
final class InstrumentsPage {
    private static final String PATH = "/hr/instruments";

    private final InstrumentShelf shelf;
    private final Room room;

    InstrumentsPage(InstrumentShelf shelf, Room room) {
        this.shelf = shelf;
        this.room = room;
    }

    /** An instrument in a list. */
    record Listed(String key, String title, int statements, int forms) {}

    @GetMapping(PATH)
    ResponseEntity<String> all(HttpServletRequest request) {
        var language = room.words(request).language().tag();
        List<Listed> all = shelf.all().reversed().stream()
                .map(one -> new Listed(
                        one.key().toString(),
                        one.title().in(language),
                        one.items().size(),
                        one.forms().size()))
                .toList();
        return room.page("instruments", PATH, request, Map.of("instruments", all));
    }

    @GetMapping(PATH + "/{key}")
    ResponseEntity<String> one(@PathVariable("key") String key, HttpServletRequest request) {
        return shelf.all().stream()
                .filter(one -> one.key().toString().equals(key))
                .findFirst()
                .map(one -> page(one, request))
                .orElseGet(() -> room.notThere(request));
    }

    private ResponseEntity<String> page(Instrument instrument, HttpServletRequest request) {
        var words = room.words(request);
        var content = new HashMap<String, Object>();
        content.put("key", instrument.key().toString());
        content.put("title", instrument.title());
        content.put("cycle", instrument.cycle());
        content.put("forms", FormPreview.all(instrument, words));
        return room.page(HttpStatus.OK, "instrument", PATH + "/" + instrument.key(), request, content);
    }
}
