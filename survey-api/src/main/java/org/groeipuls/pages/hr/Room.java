package org.groeipuls.pages.hr;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.groeipuls.api.problem.NotFound;
import org.groeipuls.api.storage.Commands;
import org.groeipuls.pages.Language;
import org.groeipuls.pages.Pages;
import org.groeipuls.pages.Words;
import org.groeipuls.refusal.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** What all pages of HR share: how they are made, and how what is refused is said. */
final class Room {
    private final Pages pages;
    private final MessageSource texts;
    private final Commands commands;

    /** @param texts what the API says when it refuses */
    Room(Pages pages, MessageSource texts, Commands commands) {
        this.pages = pages;
        this.texts = texts;
        this.commands = commands;
    }

    Words words(HttpServletRequest request) {
        return pages.words(Language.of(request));
    }

    ResponseEntity<String> page(String template, String path, HttpServletRequest request, Map<String, ?> content) {
        return page(HttpStatus.OK, template, path, request, content);
    }

    /** @param content may have {@code wrong}: the text of what is wrong, by the id of its field */
    ResponseEntity<String> page(
            HttpStatus status, String template, String path, HttpServletRequest request, Map<String, ?> content) {
        var words = words(request);
        var all = new HashMap<String, Object>(content);
        all.put("said", said(request.getParameter("said"), words));
        all.putIfAbsent("wrong", Map.of());
        Pages.formToken(request).ifPresent(token -> all.put("csrf", token));
        return pages.page(status, "hr/" + template, path, words, all);
    }

    private static String said(@Nullable String word, Words words) {
        var key = "hr.said." + word;
        return Words.bundle(words.language()).containsKey(key) ? words.text(key) : "";
    }

    /**
     * Does what a form asks, from what is known now, and leads on to a page that can be loaded again.
     *
     * @param next where to
     * @param refused the page for what was refused
     */
    ResponseEntity<String> done(
            HttpServletRequest request,
            String next,
            Runnable doing,
            Function<Refusal, ResponseEntity<String>> refused) {
        try {
            commands.awaitViews();
            doing.run();
        } catch (NotFound nothingThere) {
            return notThere(request);
        } catch (Refusal refusal) {
            return refused.apply(refusal);
        }
        return to(request, next);
    }

    /** What was written before is seen by whoever looks now. */
    void settle() {
        commands.awaitViews();
    }

    ResponseEntity<String> to(HttpServletRequest request, String next) {
        var language = words(request).language().tag();
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(next + (next.indexOf('?') < 0 ? "?" : "&") + "lang=" + language))
                .build();
    }

    ResponseEntity<String> notThere(HttpServletRequest request) {
        return pages.notice(HttpStatus.NOT_FOUND, "hr.not-there", request.getRequestURI(), words(request));
    }

    /** Why something was refused, in words for whoever fills in a form, else in those of the API. */
    String why(Refusal refusal, Words words) {
        return why(refusal.code(), String.valueOf(refusal.getMessage()), words);
    }

    String why(String code, String otherwise, Words words, Object... parts) {
        var key = "hr.wrong." + code;
        if (Words.bundle(words.language()).containsKey(key)) {
            return words.text(key, parts);
        }
        var said = texts.getMessage(
                "detail." + code, parts, otherwise, words.language().locale());
        return said == null ? otherwise : said;
    }

    /** Texts for codes by field. */
    Map<String, String> why(Map<String, String> codes, Words words) {
        Map<String, String> said = new LinkedHashMap<>();
        codes.forEach((field, code) -> said.put(field, why(code, code, words)));
        return said;
    }
}
