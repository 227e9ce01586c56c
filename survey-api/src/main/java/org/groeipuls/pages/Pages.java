package org.groeipuls.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.groeipuls.api.problem.NotFound;
import org.groeipuls.refusal.IdNotAllowed;
import org.groeipuls.refusal.Refusal;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.util.DigestUtils;
import org.springframework.web.context.request.ServletWebRequest;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Makes whole pages: the template in the reader's language, and the headers that go with every page. */
public final class Pages {
    /** The wall clock of those who read the pages. */
    public static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

    /** Nothing from elsewhere, nothing inline, no frames: a page cannot tell anybody else that it was read. */
    static final String POLICY =
            "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'";

    private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");

    private final ITemplateEngine engine;
    private final ZoneId zone;

    /** @param zone in which dates and times are written */
    public Pages(ITemplateEngine engine, ZoneId zone) {
        this.engine = engine;
        this.zone = zone;
    }

    public Words words(Language language) {
        return new Words(language, zone);
    }

    /** @param path of the page itself, for the switch to the other language */
    public ResponseEntity<String> page(
            HttpStatus status, String template, String path, Words words, Map<String, Object> content) {
        return headed(ResponseEntity.status(status), words)
                .cacheControl(CacheControl.noStore())
                .body(html(template, path, words, content));
    }

    /**
     * A page without a form that people come back to: the browser asks each time, and gets nothing new where nothing is. What
     * it compares is made of the page alone, so it tells no more than the page.
     */
    public ResponseEntity<String> revisited(
            HttpServletRequest request, String template, Words words, Map<String, Object> content) {
        var body = html(template, request.getRequestURI(), words, content);
        // a weak one, or the server would not pack the page
        var etag = "W/\"" + DigestUtils.md5DigestAsHex(body.getBytes(StandardCharsets.UTF_8)) + "\"";
        boolean known = new ServletWebRequest(request).checkNotModified(etag);
        var answer = headed(ResponseEntity.status(known ? HttpStatus.NOT_MODIFIED : HttpStatus.OK), words)
                .cacheControl(CacheControl.noCache().cachePrivate())
                .eTag(etag);
        return known ? answer.build() : answer.body(body);
    }

    private String html(String template, String path, Words words, Map<String, Object> content) {
        var variables = new HashMap<>(content);
        variables.put("lang", words.language().tag());
        variables.put("other", words.language().other().tag());
        variables.put("path", path);
        variables.put("files", StaticFiles.ADDRESS);
        return engine.process(template, new Context(words.language().locale(), variables));
    }

    private static ResponseEntity.BodyBuilder headed(ResponseEntity.BodyBuilder answer, Words words) {
        return answer.contentType(HTML)
                .header(HttpHeaders.CONTENT_LANGUAGE, words.language().tag())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .header("Content-Security-Policy", POLICY)
                .header("Referrer-Policy", "no-referrer")
                .header("X-Content-Type-Options", "nosniff");
    }

    /** What a form has to send along; asking for it starts a session, so only pages with a form do. */
    public static Optional<CsrfToken> formToken(HttpServletRequest request) {
        return Optional.ofNullable((CsrfToken) request.getAttribute(CsrfToken.class.getName()));
    }

    /**
     * Does what a form asks and leads on to a page that can be loaded again without doing it twice.
     *
     * @param next where to
     * @param refused the page for what was refused, by its code, with what was typed
     */
    public ResponseEntity<String> done(
            HttpServletRequest request, String next, Runnable doing, Function<String, ResponseEntity<String>> refused) {
        try {
            doing.run();
        } catch (NotFound | IdNotAllowed nothingThere) {
            return notYours(request);
        } catch (Typed.Unreadable unreadable) {
            return refused.apply(unreadable.code());
        } catch (Refusal refusal) {
            return refused.apply(refusal.code());
        }
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(next))
                .build();
    }

    /** What is not there and what is somebody else's looks the same. */
    public ResponseEntity<String> notYours(HttpServletRequest request) {
        return notice(HttpStatus.FORBIDDEN, "not-yours", request.getRequestURI(), words(Language.of(request)));
    }

    /** A page that says what is the matter and what to do. */
    public ResponseEntity<String> notice(HttpStatus status, String about, String path, Words words) {
        return page(
                status,
                "notice",
                path,
                words,
                Map.of("title", words.text(about + ".title"), "text", words.text(about + ".text")));
    }
}
