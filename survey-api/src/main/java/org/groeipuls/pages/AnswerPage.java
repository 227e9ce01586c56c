package org.groeipuls.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Where people answer. The address names pulse and group only; the code or
 * ticket stays on the device or behind the {@code #}, which browsers do
 * not send, so asking for the page tells nothing of who asks.
 */
@Controller
final class AnswerPage {
    private final AskedPulses asked;
    private final Pages pages;

    AnswerPage(AskedPulses asked, Pages pages) {
        this.asked = asked;
        this.pages = pages;
    }

    @GetMapping("/answer/{pulse}/{group}")
    ResponseEntity<String> show(
            @PathVariable("pulse") String pulse, @PathVariable("group") String group, HttpServletRequest request) {
        var words = pages.words(Language.of(request));
        var path = request.getRequestURI();
        return asked.find(pulse, group, words)
                .map(found -> pages.page(
                        HttpStatus.OK, "answer", path, words, Map.of("pulse", found, "promise", found.promise())))
                .orElseGet(() -> pages.notice(HttpStatus.NOT_FOUND, "unknown-pulse", path, words));
    }
}
