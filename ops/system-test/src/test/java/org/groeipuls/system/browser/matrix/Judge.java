package org.groeipuls.system.browser.matrix;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds what is wrong with a page: by axe, by measuring, and by what the page asks of whom. */
final class Judge {
    private static final String AXE = text(Judge.class.getResourceAsStream("/axe.min.js"));
    private static final String LAYOUT = text(Judge.class.getResourceAsStream("/browser/faults.js"));
    private static final Pattern LOOSE = Pattern.compile("unsafe-|nonce-|sha256-|\\*|https?:|data:|blob:");

    private static final String RUN = """
        async tags => {
          const {violations} = await axe.run(document, {resultTypes: ['violations'], runOnly: {type: 'tag', values: tags}});
          return violations.map(({id, help, nodes}) => `axe ${id}: ${help} ${nodes[0].html.slice(0, 160)} ${nodes[0].failureSummary ?? ''}`);
        }\
        """;

    private static final List<String> TAGS =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private final Page page;
    private final List<String> noticed = new ArrayList<>();

    private Judge(Page page) {
        this.page = page;
    }

    /** Watches a page from now on; its own origin is scheme, host and port. */
    static Judge of(Page page, String origin) {
        var judge = new Judge(page);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
                judge.noticed.add("console: " + message.text());
            }
        });
        page.onPageError(error -> judge.noticed.add("console: " + error));
        page.onRequest(request -> {
            if (!request.url().startsWith(origin + "/")) {
                judge.noticed.add("elsewhere: " + request.url());
            }
        });
        return judge;
    }

    /** What the browser noticed since the last time. */
    List<String> noticed() {
        var all = List.copyOf(noticed);
        noticed.clear();
        return all;
    }

    /** What is wrong with how the page was answered. */
    static List<String> answer(Response response, int status) {
        List<String> faults = new ArrayList<>();
        if (response.status() != status) {
            faults.add("status: " + response.status());
        }
        var policy = response.headers().getOrDefault("content-security-policy", "");
        if (!policy.contains("default-src 'self'") || LOOSE.matcher(policy).find()) {
            faults.add("policy: " + policy);
        }
        if (response.text().contains(Walk.ECHO)) {
            faults.add("echo: the page repeats what its address says");
        }
        return faults;
    }

    List<String> layout(String language) {
        return strings(page.evaluate(LAYOUT, language));
    }

    List<String> axe() {
        if (Boolean.FALSE.equals(page.evaluate("typeof axe === 'object'"))) {
            page.evaluate(AXE);
        }
        return strings(page.evaluate(RUN, TAGS));
    }

    /** As narrow as a phone gets, and as a window of 1280 pixels at 200 %. */
    List<String> reflow(String language) {
        var size = page.viewportSize();
        List<String> faults = new ArrayList<>();
        for (var window : List.of(Map.entry(320, 256), Map.entry(640, 450))) {
            page.setViewportSize(window.getKey(), window.getValue());
            layout(language).forEach(fault -> faults.add("at " + window.getKey() + ": " + fault));
        }
        page.setViewportSize(size.width, size.height);
        return faults;
    }

    private static List<String> strings(@Nullable Object found) {
        return ((List<?>) Objects.requireNonNull(found))
                .stream().map(Object::toString).toList();
    }

    private static String text(@Nullable InputStream resource) {
        try (var open = Objects.requireNonNull(resource)) {
            return new String(open.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
