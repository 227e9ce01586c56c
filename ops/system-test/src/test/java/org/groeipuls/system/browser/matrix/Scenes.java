package org.groeipuls.system.browser.matrix;

import static org.groeipuls.system.browser.matrix.Scene.at;
import static org.groeipuls.system.browser.matrix.World.ANYBODY;
import static org.groeipuls.system.browser.matrix.World.HELD;
import static org.groeipuls.system.browser.matrix.World.LEAD;
import static org.groeipuls.system.browser.matrix.World.TEAM;

import java.util.List;
import java.util.stream.Stream;

/** All pages there are, in all their states: whoever makes a page adds a row. */
final class Scenes {
    private Scenes() {}

    static List<Scene> all() {
        return Stream.of(start(), AnswerScenes.all(), inbox(), team(), conversation(), OfficeScenes.all(), notices())
                .flatMap(List::stream)
                .toList();
    }

    static Scene named(String name) {
        return all().stream()
                .filter(scene -> scene.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no scene " + name));
    }

    private static List<Scene> start() {
        return List.of(
                at("start", ANYBODY, "/"),
                at("sign-in", ANYBODY, "/login"),
                at("sign-in-wrong", ANYBODY, "/login?error"),
                at("signed-out", ANYBODY, "/signed-out"),
                at("promise", ANYBODY, "/promise"),
                at("method", ANYBODY, "/method"),
                at("start-lead", LEAD, "/"),
                at("start-hr", "hr", "/"),
                at("start-council", "works-council", "/"),
                at("start-direction", "direction", "/"),
                at("start-employee", World.WAITING, "/"));
    }

    private static List<Scene> inbox() {
        return List.of(
                at("inbox", World.WAITING, "/inbox"),
                at("inbox-fetched", HELD, "/inbox")
                        .then(page -> page.locator("[data-when=held]:not([hidden])")
                                .first()
                                .waitFor()),
                at("inbox-too-small", World.WAITING, "/inbox")
                        .first(Acts::groupsAreSmall)
                        .then(page -> page.locator("[data-do=fetch]").first().click())
                        .then(page -> Acts.said(page, "[data-entrance]", "too-small")),
                at("inbox-unlisted", World.WAITING, "/inbox")
                        .first(Acts::keysDiffer)
                        .then(page -> page.locator("[data-do=fetch]").first().click())
                        .then(page -> Acts.said(page, "[data-entrance]", "unlisted")),
                at("inbox-nothing", "analyst", "/inbox"));
    }

    /** A lead and the own team. */
    private static List<Scene> team() {
        return List.of(
                at("dashboard", LEAD, "/dashboard/" + TEAM),
                at("dashboard-gaps", "lead-handhaving", "/dashboard/handhaving"),
                at("dashboard-of-two-teams", "lead-vergunningen", "/dashboard/vergunningen"),
                at("dashboard-large", "lead-klantcontact", "/dashboard/klantcontact"),
                at("dashboard-first-report", World.FIRST_LEAD, "/dashboard/" + World.FIRST),
                at("dashboard-nothing-yet", World.EMPTY_LEAD, "/dashboard/" + World.EMPTY),
                at("interventions", LEAD, "/teams/" + TEAM + "/interventions"),
                at("interventions-none", World.EMPTY_LEAD, "/teams/" + World.EMPTY + "/interventions"),
                at("learning", LEAD, "/teams/" + TEAM + "/learning"),
                at("actions", LEAD, "/teams/" + TEAM + "/actions"),
                at("actions-none", World.EMPTY_LEAD, "/teams/" + World.EMPTY + "/actions"),
                at("mirror", LEAD, "/teams/" + TEAM + "/mirror/peiling-26"),
                at("mirror-answered", World.FIRST_LEAD, "/teams/" + World.FIRST + "/mirror/beginfoto"));
    }

    private static List<Scene> conversation() {
        var kit = "/teams/" + TEAM + "/conversation";
        return List.of(
                at("dashboard-member", World.WAITING, "/dashboard/" + TEAM),
                at("conversation", LEAD, kit),
                at("conversation-cards", LEAD, kit + "/cards"),
                at("conversation-cards-none", World.EMPTY_LEAD, "/teams/" + World.EMPTY + "/conversation/cards"),
                at("conversation-session", LEAD, kit + "/session"),
                at("conversation-consultation", LEAD, kit + "/consultation"));
    }

    private static List<Scene> notices() {
        return List.of(
                at("not-there", ANYBODY, "/answer").refused(404),
                at("not-yours", LEAD, "/dashboard/groenbeheer").refused(403),
                at("not-your-role", LEAD, "/council").refused(403),
                at("not-the-operator", LEAD, "/operator").refused(403),
                at("nothing-there", "hr", "/texts/nergens").refused(404));
    }
}
