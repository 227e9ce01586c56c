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

    private static final String RUN = text(Judge.class.getResourceAsStream("/browser/axe.js"));

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

    /** All that is wrong with a page in one window and scheme. */
    List<String> look(Look look, Stage stage) {
        List<String> faults = new ArrayList<>();
        if (look.reflows()) {
            faults.addAll(reflow(look, stage));
        }
        stage.show(look);
        faults.addAll(layout(look.language()));
        faults.addAll(axe());
        return faults;
    }

    /** As narrow as a phone gets, and as a window of 1280 pixels at 200 %. */
    private List<String> reflow(Look look, Stage stage) {
        List<String> faults = new ArrayList<>();
        for (var window : List.of(Map.entry(320, 256), Map.entry(640, 450))) {
            stage.show(look, window.getKey(), window.getValue(), look.pixels());
            layout(look.language()).forEach(fault -> faults.add("at " + window.getKey() + ": " + fault));
        }
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
