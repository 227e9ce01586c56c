package org.groeipuls.system.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The page's own modules on an empty page under the page's own content policy, with no server behind it. */
final class PageModules implements AutoCloseable {
    private static final String ORIGIN = "https://page.test";
    private static final String POLICY = "default-src 'self'; base-uri 'none'; object-src 'none'";

    private final Chromium chromium;
    private final Page page;

    private PageModules(Chromium chromium) {
        this.chromium = chromium;
        this.page = chromium.visitor(400, 800).newPage();
        page.route(ORIGIN + "/**", PageModules::answer);
        page.navigate(ORIGIN + "/");
    }

    static PageModules load() {
        return new PageModules(Chromium.start());
    }

    private static void answer(Route route) {
        String path = URI.create(route.request().url()).getPath();
        var answer = new Route.FulfillOptions()
                .setHeaders(Map.of(
                        "Content-Type",
                        path.endsWith(".js") ? "text/javascript" : "text/html",
                        "Content-Security-Policy",
                        POLICY));
        if (path.equals("/")) {
            route.fulfill(answer.setBody("<!doctype html><title>modules</title>"));
            return;
        }
        String resource = path.equals("/checks.js") ? "/browser/checks.js" : path;
        try (InputStream module = PageModules.class.getResourceAsStream(resource)) {
            route.fulfill(module == null ? answer.setStatus(404) : answer.setBodyBytes(module.readAllBytes()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What a server would answer under an address. */
    void answers(String path, String json) {
        page.route(
                ORIGIN + path,
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("application/json")
                        .setBody(json)));
    }

    /** Calls a function of {@code checks.js} and gives what it answers. */
    @Nullable
    Object ask(String function, @Nullable Object argument) {
        return page.evaluate(
                "async ([name, argument]) => (await import('/checks.js'))[name](argument)",
                Arrays.asList(function, argument));
    }

    String text(String function, @Nullable Object argument) {
        return (String) Objects.requireNonNull(ask(function, argument));
    }

    boolean yes(String function, @Nullable Object argument) {
        return (Boolean) Objects.requireNonNull(ask(function, argument));
    }

    Map<String, Object> fields(String function, @Nullable Object argument) {
        var fields = new LinkedHashMap<String, Object>();
        ((Map<?, ?>) Objects.requireNonNull(ask(function, argument)))
                .forEach((name, value) -> fields.put((String) name, Objects.requireNonNull(value)));
        return fields;
    }

    void reload() {
        page.reload();
    }

    @Override
    public void close() {
        chromium.close();
    }
}
