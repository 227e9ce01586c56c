package org.groeipuls.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.groeipuls.system.browser.Traffic.Sent;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What somebody does on the pages of a blind pulse, and what a server that cheats would do. */
final class Steps {
    static final String FETCH = "[data-do=fetch]";
    static final String HELD = "[data-when=held]:not([hidden])";
    static final String SHEET = "form[data-sheet]:not([hidden])";

    private Steps() {}

    static void fetch(Page page) {
        page.locator(FETCH).click();
        page.locator(HELD).waitFor();
    }

    static void choose(Page page, int value) {
        page.locator("fieldset:has(input[name=PS1]) input[value='" + value + "']")
                .check();
    }

    /** Answers a whole scale: of one that some answer in part no tallies are released. */
    static void chooseScale(Page page, int value) {
        for (var item : List.of("PS1", "PS2", "PS3")) {
            page.locator("fieldset:has(input[name=" + item + "]) input[value='" + value + "']")
                    .check();
        }
    }

    /** Answers one statement, sends, and gives the receipt. */
    static String answer(Page page, int value) {
        choose(page, value);
        page.locator("[data-send]").click();
        page.locator("[data-receipt]:not([hidden])").waitFor();
        return page.locator("[data-nonce]").textContent();
    }

    static String said(Page page) {
        var alert = page.locator("[role=alert] [data-say]:not([hidden])").first();
        alert.waitFor();
        return alert.textContent();
    }

    static void tabTo(Page page, String selector) {
        for (int presses = 0; presses < 40; presses++) {
            page.keyboard().press("Tab");
            if (Boolean.TRUE.equals(page.evaluate("s => document.activeElement.matches(s)", selector))) {
                return;
            }
        }
        throw new AssertionError("The keyboard does not get to " + selector);
    }

    /** What one person keeps on this device, or nothing. */
    static JsonNode wallet(Page page) {
        var kept = page.evaluate("localStorage.getItem('groeipuls-ticket:peiling') ?? '{}'");
        var all = json((String) Objects.requireNonNull(kept));
        assertThat(all.size()).isLessThan(2);
        return all.isEmpty() ? all : all.iterator().next();
    }

    /** What only the device may know: the ticket, its parts, and the ballot key. */
    static List<String> secrets(JsonNode held) {
        String ticket = held.path("ticket").asString();
        var key = held.path("ballotKey");
        return List.of(
                ticket.substring(0, 40),
                ticket.substring(ticket.length() - 40),
                key.path("x").asString(),
                key.path("y").asString(),
                key.path("d").asString());
    }

    static void namesNobody(Sent sent) {
        assertThat(sent.headers())
                .as(sent.toString())
                .doesNotContainKeys("cookie", "authorization", "referer", "x-csrf-token");
    }

    static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    /** Puts another ticket key where the group's stands. */
    static UnaryOperator<JsonNode> otherKey() {
        return anotherKey(view -> view.path("keys").path("tickets").path("team"));
    }

    /** Puts another ticket key where that of the first unit stands in whose name people write. */
    static UnaryOperator<JsonNode> otherTextKey() {
        return anotherKey(view -> view.path("openText").path("units").path(0).path("ticket"));
    }

    private static UnaryOperator<JsonNode> anotherKey(UnaryOperator<JsonNode> place) {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            byte[] key = generator.generateKeyPair().getPublic().getEncoded();
            var print = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(key));
            return view -> {
                ((ObjectNode) place.apply(view))
                        .put("key", Base64.getEncoder().encodeToString(key))
                        .put("fingerprint", print);
                return view;
            };
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static void answerWith(Route route, UnaryOperator<JsonNode> change) {
        var real = route.fetch();
        route.fulfill(new Route.FulfillOptions()
                .setResponse(real)
                .setBody(change.apply(json(real.text())).toString()));
    }
}
