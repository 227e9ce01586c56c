package org.groeipuls.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.groeipuls.agenda.PulseAgenda;
import org.groeipuls.organisation.OrganisationTable;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.refusal.IdNotAllowed;
import org.groeipuls.shelf.InstrumentShelf;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Where people answer. The address names pulse and group only; the code stays behind the {@code #}, which browsers do
 * not send, so asking for the page tells nothing of who asks.
 */
@Controller
final class AnswerPage {
    private final PulseAgenda agenda;
    private final InstrumentShelf shelf;
    private final OrganisationTable organisation;
    private final Pages pages;

    AnswerPage(PulseAgenda agenda, InstrumentShelf shelf, OrganisationTable organisation, Pages pages) {
        this.agenda = agenda;
        this.shelf = shelf;
        this.organisation = organisation;
        this.pages = pages;
    }

    @GetMapping("/answer/{pulse}/{group}")
    ResponseEntity<String> show(
            @PathVariable("pulse") String pulse, @PathVariable("group") String group, HttpServletRequest request) {
        var words = pages.words(Language.of(request));
        var path = request.getRequestURI();
        return find(pulse, group, words)
                .map(asked -> pages.page(
                        HttpStatus.OK, "answer", path, words, Map.of("pulse", asked, "promise", asked.promise())))
                .orElseGet(() -> pages.notice(HttpStatus.NOT_FOUND, "unknown-pulse", path, words));
    }

    private Optional<AskedPulse> find(String pulse, String group, Words words) {
        try {
            return agenda.find(new PulseId(pulse))
                    .flatMap(known -> known.issued().groups().stream()
                            .filter(asked -> asked.group().value().equals(group))
                            .findFirst()
                            .map(asked -> new AskedPulse(
                                    known,
                                    asked,
                                    shelf.find(known.issued().instrument()).orElseThrow(),
                                    organisation.read(),
                                    words)));
        } catch (IdNotAllowed notAnId) {
            return Optional.empty();
        }
    }
}
