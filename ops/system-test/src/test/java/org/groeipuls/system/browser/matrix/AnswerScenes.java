package org.groeipuls.system.browser.matrix;

import static org.groeipuls.system.browser.matrix.Scene.at;
import static org.groeipuls.system.browser.matrix.World.ANYBODY;
import static org.groeipuls.system.browser.matrix.World.HELD;
import static org.groeipuls.system.browser.matrix.World.LEAD;
import static org.groeipuls.system.browser.matrix.World.TEAM;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The pages on which people answer and look up what became of it, in all their states, also without scripts. */
final class AnswerScenes {
    private static final String BY_LINK = "/answer/met-link/klantcontact";
    private static final String LINK = BY_LINK + "#known";
    private static final String BY_TICKET = "/answer/peiling-27-sociaal-domein/" + TEAM;
    private static final String OPEN_QUESTION = "/answer/schrijven/klantcontact";
    private static final String RECEIPT = "0".repeat(32);

    private AnswerScenes() {}

    static List<Scene> all() {
        return Stream.of(link(), ticket(), plain(), over())
                .flatMap(List::stream)
                .toList();
    }

    /** Answering with a link or a card. */
    private static List<Scene> link() {
        return List.of(
                at("answer-link", ANYBODY, LINK).then(Acts::sheet),
                at("answer-link-open-question", ANYBODY, OPEN_QUESTION + "#known")
                        .then(Acts::sheet),
                at("answer-link-without-code", ANYBODY, BY_LINK)
                        .then(Acts::sheet)
                        .then(Acts::send),
                at("answer-link-wrong-code", ANYBODY, BY_LINK)
                        .then(Acts::sheet)
                        .then(page -> page.locator("#code").fill("a".repeat(26)))
                        .then(Acts::send),
                at("answer-link-restored", ANYBODY, LINK)
                        .then(Acts::choose)
                        .then(Page::reload)
                        .then(page -> page.locator("[data-when=restored]:not([hidden])")
                                .waitFor()),
                at("answer-link-recognisable", ANYBODY, OPEN_QUESTION + "#known")
                        .then(Acts::sheet)
                        .then(page -> page.locator("#written").fill("Bel Jan Jansen: 06-12345678, jan@example.org"))
                        .then(page -> page.locator("[data-send]").click())
                        .then(page -> page.locator("[data-found]:not([hidden])").waitFor()),
                at("answer-link-sent", ANYBODY, BY_LINK + "#" + World.UNUSED).then(Acts::answer),
                at("answer-link-change", ANYBODY, LINK)
                        .then(Acts::ballotsArriveNowhere)
                        .then(Acts::answer)
                        .then(page -> page.locator("[data-do=change]").click()),
                at("answer-link-withdrawn", ANYBODY, BY_LINK + "#" + World.UNUSED)
                        .then(Acts::answer)
                        .then(page -> page.locator("[data-do=withdraw]").click())
                        .then(page -> page.locator("[data-say=withdrawn]:not([hidden])")
                                .waitFor()),
                at("answer-link-sent-before", ANYBODY, LINK)
                        .then(Acts::ballotsArriveNowhere)
                        .then(Acts::answer)
                        .then(Page::reload)
                        .then(page -> page.locator("[data-when=sent-before]:not([hidden])")
                                .waitFor()),
                at("answer-link-closed-meanwhile", ANYBODY, LINK)
                        .then(page -> Acts.ballotsAreRefused(page, "pulse-not-open"))
                        .then(Acts::choose)
                        .then(Acts::send),
                at("answer-link-changed-elsewhere", ANYBODY, LINK)
                        .then(page -> Acts.ballotsAreRefused(page, "sequence-too-low"))
                        .then(Acts::choose)
                        .then(Acts::send),
                at("answer-link-offline", ANYBODY, LINK)
                        .then(Acts::choose)
                        .then(page -> page.route("**/api/**", route -> route.abort("internetdisconnected")))
                        .then(Acts::send),
                at("answer-link-no-crypto", ANYBODY, LINK)
                        .first(Acts::withoutCryptography)
                        .then(page -> page.locator("[data-say=no-crypto]:not([hidden])")
                                .waitFor()));
    }

    /** Answering with a blind ticket. */
    private static List<Scene> ticket() {
        return List.of(
                at("answer-blind-no-ticket", ANYBODY, BY_TICKET).then(Acts::entry),
                at("answer-blind-wrong-ticket", ANYBODY, BY_TICKET)
                        .then(Acts::entry)
                        .then(page -> page.locator("#code").fill("geen code"))
                        .then(page -> page.keyboard().press("Enter"))
                        .then(Acts::said),
                at("answer-blind", HELD, BY_TICKET).then(Acts::sheet),
                at("answer-blind-signed-in", World.WAITING, BY_TICKET).then(Acts::entry),
                at("answer-blind-sent", HELD, BY_TICKET)
                        .then(Acts::sheet)
                        .then(Acts::ballotsArriveNowhere)
                        .then(Acts::answer),
                at("answer-blind-change", HELD, BY_TICKET)
                        .then(Acts::sheet)
                        .then(Acts::ballotsArriveNowhere)
                        .then(Acts::answer)
                        .then(page -> page.locator("[data-do=change]").click()),
                at("answer-blind-withdrawn", HELD, BY_TICKET)
                        .then(Acts::sheet)
                        .then(Acts::ballotsArriveNowhere)
                        .then(Acts::answer)
                        .then(page -> page.locator("[data-do=withdraw]").click())
                        .then(page -> page.locator("[data-say=withdrawn]:not([hidden])")
                                .waitFor()),
                at("answer-blind-sent-before", HELD, BY_TICKET)
                        .then(Acts::sheet)
                        .then(Acts::ballotsArriveNowhere)
                        .then(Acts::answer)
                        .then(Page::reload)
                        .then(page -> page.locator("[data-when=sent-before]:not([hidden])")
                                .waitFor()),
                at("answer-blind-too-small", HELD, BY_TICKET)
                        .first(Acts::groupsAreSmall)
                        .then(page -> Acts.said(page, "[data-entry-says]", "too-small")),
                at("answer-blind-unlisted", HELD, BY_TICKET)
                        .first(Acts::keysDiffer)
                        .then(page -> Acts.said(page, "[data-entry-says]", "unlisted")),
                at("answer-blind-offline", HELD, BY_TICKET)
                        .then(Acts::sheet)
                        .then(page -> page.route("**/api/**", route -> route.abort("internetdisconnected")))
                        .then(Acts::choose)
                        .then(Acts::send),
                at("answer-blind-no-crypto", HELD, BY_TICKET)
                        .first(Acts::withoutCryptography)
                        .then(page -> page.locator("[data-say=no-crypto]:not([hidden])")
                                .waitFor()));
    }

    /** Where a browser runs no modules. */
    private static List<Scene> plain() {
        return Stream.of(
                        at("answer-link-no-script", ANYBODY, LINK),
                        at("answer-blind-no-script", ANYBODY, BY_TICKET),
                        at("answer-counted-no-script", ANYBODY, "/answer/peiling-26/" + TEAM),
                        at("inbox-no-script", World.WAITING, "/inbox"),
                        at("dashboard-no-script", LEAD, "/dashboard/" + TEAM))
                .map(scene -> scene.first(Acts::withoutScript))
                .toList();
    }

    /** Before and after a pulse can be answered. */
    private static List<Scene> over() {
        return List.of(
                at("answer-not-open", ANYBODY, "/answer/peiling-28/" + TEAM).then(Acts::entry),
                at("answer-closed", ANYBODY, "/answer/gesloten/" + TEAM),
                at("answer-counted", ANYBODY, "/answer/peiling-26/" + TEAM),
                at("answer-extended", ANYBODY, "/answer/verlengd/klantcontact").then(Acts::sheet),
                checked("answer-not-counted", "absent", page -> {}),
                checked("answer-counted-found", "found", page -> Acts.counted(page, RECEIPT)),
                checked("answer-counted-empty", "empty", Acts::nothingCounted),
                checked("answer-counted-offline", "failed", page -> page.route("**/api/**", Route::abort)),
                checked("answer-counted-no-crypto", "no-crypto", Acts::withoutCryptography),
                at("answer-cancelled", ANYBODY, "/answer/ingetrokken/" + TEAM),
                at("answer-group-unknown", ANYBODY, "/answer/peiling-26/nergens")
                        .refused(404),
                at("answer-pulse-unknown", ANYBODY, "/answer/nooit/" + TEAM).refused(404));
    }

    /** Somebody who looks a receipt up, and what is said of it. */
    private static Scene checked(String name, String said, Consumer<Page> first) {
        return at(name, ANYBODY, "/answer/peiling-26/" + TEAM)
                .first(first)
                .then(page -> Acts.check(page, RECEIPT))
                .then(page -> Acts.said(page, "[data-check]", said));
    }
}
