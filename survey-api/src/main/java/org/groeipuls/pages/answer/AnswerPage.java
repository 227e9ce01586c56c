package org.groeipuls.pages.answer;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import org.groeipuls.pages.Language;
import org.groeipuls.pages.Pages;
import org.groeipuls.pages.Words;
import org.groeipuls.pages.followup.FollowUp;
import org.groeipuls.pages.followup.Happened;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Where people answer. The address names pulse and group only; the code or
 * ticket stays on the device or behind the {@code #}, which browsers do
 * not send, so asking for the page tells nothing of who asks.
 */
@Controller
public final class AnswerPage {
    private final AskedPulses asked;
    private final FollowUp followUp;
    private final Pages pages;

    public AnswerPage(AskedPulses asked, FollowUp followUp, Pages pages) {
        this.asked = asked;
        this.followUp = followUp;
        this.pages = pages;
    }

    @GetMapping("/answer/{pulse}/{group}")
    ResponseEntity<String> show(
            @PathVariable("pulse") String pulse,
            @PathVariable("group") String group,
            @Nullable Authentication who,
            HttpServletRequest request) {
        var words = pages.words(Language.of(request));
        var path = request.getRequestURI();
        return asked.find(pulse, group, words)
                .map(found -> pages.page(HttpStatus.OK, "answer", path, words, content(found, who, request, words)))
                .orElseGet(() -> pages.notice(HttpStatus.NOT_FOUND, "unknown-pulse", path, words));
    }

    /** Whoever is signed in still is told so, and how to change it: the browser names them when it opens the page. */
    private Map<String, Object> content(
            AskedPulse found, @Nullable Authentication who, HttpServletRequest request, Words words) {
        var content = new HashMap<String, Object>();
        content.put("pulse", found);
        content.put("promise", found.promise());
        content.put("happened", Happened.in(found.group().teams(), who, followUp, words));
        if (who != null) {
            Pages.formToken(request).ifPresent(token -> content.put("csrf", token));
        }
        return content;
    }
}
