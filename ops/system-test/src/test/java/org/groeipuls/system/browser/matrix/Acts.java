package org.groeipuls.system.browser.matrix;

import com.google.gson.JsonParser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** What somebody does on a page until it shows what is to be looked at. */
final class Acts {
    /** Notes when the first choice can be made and answers are kept, which is when the modules have run. */
    static final String WATCH = """
        new MutationObserver(() => {
          const radio = document.querySelector('form[data-sheet]:not([hidden]) input[type=radio]');
          if (radio && globalThis.usableAfter === undefined) {
            globalThis.usableAfter = performance.now();
          }
        }).observe(document, {subtree: true, childList: true, attributes: true, attributeFilter: ['hidden']});\
        """;

    private static final String PULSE = "**/api/v1/pulses/*";

    private Acts() {}

    /** When that was, in milliseconds after the page was asked for. */
    static double usableAfter(Page page) {
        sheet(page);
        return ((Number) Objects.requireNonNull(page.evaluate("globalThis.usableAfter"))).doubleValue();
    }

    static void sheet(Page page) {
        page.locator("form[data-sheet]:not([hidden])").waitFor();
    }

    /** Where somebody without a ticket is told where it is. */
    static void entry(Page page) {
        page.locator("form[data-entry]:not([hidden])").waitFor();
    }

    static void choose(Page page) {
        sheet(page);
        page.locator("input[type=radio][value='4']").first().check();
    }

    /** Sends in vain, and waits until the page says why. */
    static void send(Page page) {
        page.locator("[data-send]").click();
        said(page);
    }

    static void said(Page page) {
        page.locator("[role=alert] [data-say]:not([hidden])").first().waitFor();
    }

    /** Waits until a place says this. */
    static void said(Page page, String place, String what) {
        page.locator(place + " [data-say=" + what + "]:not([hidden])").first().waitFor();
    }

    static void answer(Page page) {
        choose(page);
        page.locator("[data-send]").click();
        page.locator("[data-receipt]:not([hidden])").waitFor();
    }

    /** Of one ticket many browsers would send one version after the other, so none of them reaches the box. */
    static void ballotsArriveNowhere(Page page) {
        page.route(
                "**/api/v1/ballots",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setStatus(201)
                        .setContentType("application/json")
                        .setBody("{}")));
    }

    /** As when the pulse has closed, or the same code was used in another browser, since the page was opened. */
    static void ballotsAreRefused(Page page, String code) {
        page.route(
                "**/api/v1/ballots",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setStatus(409)
                        .setContentType("application/problem+json")
                        .setBody("{\"code\":\"" + code + "\"}")));
    }

    /** As when the server signs with a key that is not the one that was announced. */
    static void keysDiffer(Page page) {
        told(page, "**/api/v1/pulses/*/keys", said -> said.replaceFirst("\"operator\":\"MFkw", "\"operator\":\"MFkx"));
    }

    /** As when a group is smaller than what its pulse asks. */
    static void groupsAreSmall(Page page) {
        told(page, PULSE, said -> {
            var pulse = JsonParser.parseString(said).getAsJsonObject();
            pulse.getAsJsonArray("groups")
                    .forEach(group -> group.getAsJsonObject().addProperty("eligible", 4));
            return pulse.toString();
        });
    }

    /** Shows the list of those that were counted with this receipt on it. */
    static void counted(Page page, String receipt) {
        try {
            var print = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(receipt.getBytes(StandardCharsets.UTF_8)));
            told(page, PULSE, said -> said.replaceFirst("\"inclusion\":\\[", "\"inclusion\":[\"" + print + "\","));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** As of a pulse of which nothing could be shown. */
    static void nothingCounted(Page page) {
        told(page, PULSE, said -> said.replaceFirst("\"inclusion\":\\[[^\\]]*]", "\"inclusion\":[]"));
    }

    /** Looks a receipt up, and waits until the page says what it found. */
    static void check(Page page, String receipt) {
        page.locator("[data-check] input").fill(receipt);
        page.locator("[data-check] button").click();
        page.locator("[data-check] [data-say]:not([hidden])").waitFor();
    }

    private static void told(Page page, String address, UnaryOperator<String> change) {
        page.route(address, route -> {
            var real = route.fetch();
            var said = real.text();
            var other = change.apply(said);
            if (other.equals(said)) {
                throw new IllegalStateException("There was nothing to change in " + said);
            }
            route.fulfill(new Route.FulfillOptions().setResponse(real).setBody(other));
        });
    }

    /** As on an old phone, or behind an address without TLS. */
    static void withoutCryptography(Page page) {
        page.addInitScript("Object.defineProperty(Crypto.prototype, 'subtle', {get: () => undefined})");
    }

    /**
     * As to somebody who switched scripts off: none is there, and what is said instead is shown. Switched off in earnest they
     * would be for axe as well.
     */
    static void withoutScript(Page page) {
        page.route(url -> !url.contains("/static/"), route -> {
            var real = route.fetch();
            route.fulfill(new Route.FulfillOptions()
                    .setResponse(real)
                    .setBody(
                            real.text().replaceAll("<script[^>]*></script>", "").replaceAll("</?noscript>", "")));
        });
    }

    /** Sends HR's form to look at what it would do. */
    static void looks(Page page) {
        page.locator("main form:has(input[name=step]) button[type=submit], main button[name=step][value=look]")
                .first()
                .click();
        page.waitForLoadState();
    }

    /** Fills in what HR's form for a pulse needs for a team that was never asked, with links. */
    static void firstPulse(Page page) {
        page.locator("#pulse").fill("eerste-peiling");
        page.locator("input[name=groups][value=" + World.EMPTY + "]").check();
        page.locator("input[name=tickets][value=link]").check();
        page.locator("input[name=reference]").fill("besluit OR 30");
        page.locator("input[name=agreed]").fill("2026-01-31");
    }

    /** Begins a replay and waits for what it found. */
    static void replay(Page page) {
        page.locator("form.replay button[type=submit]").click();
        page.locator("a[href$='/comparison.json']").waitFor();
    }

    /** Replays by a rule of one's own, which could be adopted. */
    static void ownRule(Page page) {
        page.locator("#name").fill("dubbel");
        page.locator("details:has(input[name='weight.PS1']) > summary").click();
        page.locator("input[name='weight.PS1']").fill("2");
        replay(page);
    }

    /** Sends a list of people of one line to look at what it would change. */
    static void list(Page page, String line) {
        var text = "persoon;naam;e-mail;taal;team;rol\r\n" + line + "\r\n";
        page.locator("#file")
                .setInputFiles(new FilePayload("lijst.csv", "text/csv", text.getBytes(StandardCharsets.UTF_8)));
        page.locator("form:has(#file) button[type=submit]").click();
        page.waitForLoadState();
    }

    /** Cards are made once per group; here every reader is given the same. */
    static void printedCards(Page page) {
        page.route("**/pulses/kaarten/cards*", World::answerWithCards);
    }
}
