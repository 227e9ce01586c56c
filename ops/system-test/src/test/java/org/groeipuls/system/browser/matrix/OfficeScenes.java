package org.groeipuls.system.browser.matrix;

import static org.groeipuls.system.browser.matrix.Scene.at;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The pages of HR, the direction, analysts, the works council and the operator. */
final class OfficeScenes {
    private OfficeScenes() {}

    static List<Scene> all() {
        return Stream.of(office(), sent(), hr(), above(), history(), council())
                .flatMap(List::stream)
                .toList();
    }

    /** HR's own pages. */
    private static List<Scene> office() {
        return List.of(
                at("hr", "hr", "/hr"),
                at("hr-pulses", "hr", "/hr/pulses"),
                at("hr-pulse-new", "hr", "/hr/pulses/new"),
                at("hr-pulse-open", "hr", "/hr/pulses/peiling-27-sociaal-domein"),
                at("hr-pulse-issued", "hr", "/hr/pulses/peiling-28"),
                at("hr-pulse-counted", "hr", "/hr/pulses/peiling-26"),
                at("hr-pulse-closed", "hr", "/hr/pulses/gesloten"),
                at("hr-pulse-cancelled", "hr", "/hr/pulses/ingetrokken"),
                at("hr-pulse-extended", "hr", "/hr/pulses/verlengd"),
                at("hr-people", "hr", "/hr/people"),
                at("hr-organisation", "hr", "/hr/organisation"),
                at("hr-groups", "hr", "/hr/organisation/groups"),
                at("hr-reorganisations", "hr", "/hr/organisation/changes"),
                at("hr-reorganisation-split", "hr", "/hr/organisation/changes?kind=split"),
                at("hr-reorganisation-move", "hr", "/hr/organisation/changes?kind=move"),
                at("hr-instruments", "hr", "/hr/instruments"),
                at("hr-instrument", "hr", "/hr/instruments/groeipuls@1"),
                at("hr-programmes", "hr", "/hr/programmes"),
                at("hr-programme", "hr", "/hr/programmes/maandelijks"),
                at("hr-programme-new", "hr", "/hr/programmes/new"));
    }

    /** What HR is shown before anything happens, and told of what is wrong. */
    private static List<Scene> sent() {
        var changes = "/hr/organisation/changes?kind=rename";
        return List.of(
                at("hr-pulse-new-wrong", "hr", "/hr/pulses/new")
                        .then(Acts::looks)
                        .then(page -> page.locator("#groups-wrong").waitFor()),
                at("hr-pulse-told", "hr", "/hr/pulses/new")
                        .then(Acts::firstPulse)
                        .then(Acts::looks)
                        .then(page ->
                                page.locator("button[name=step][value=issue]").waitFor()),
                at("hr-people-wrong", "hr", "/hr/people")
                        .then(page -> Acts.list(page, "iemand;;;nl;nergens;geen"))
                        .then(page -> page.locator("#file").waitFor()),
                at("hr-people-diff", "hr", "/hr/people")
                        .then(page ->
                                Acts.list(page, "nieuw-1;Nieuw Een;nieuw@example.org;nl;wijkteam-noord;medewerker"))
                        .then(page ->
                                page.locator("form[action*='/confirm'] button").waitFor()),
                at("hr-reorganisation-told", "hr", changes)
                        .then(page -> page.locator("#what").selectOption("team:" + World.EMPTY))
                        .then(page -> page.locator("input[name=name]").fill("Begraafplaatsen en bos"))
                        .then(Acts::looks)
                        .then(page ->
                                page.locator("button[name=step][value=confirm]").waitFor()));
    }

    /** HR, the analyst and the direction. */
    private static List<Scene> hr() {
        List<Scene> scenes = new ArrayList<>(List.of(
                at("development-hr", "hr", "/development"),
                at("development-direction", "direction", "/development"),
                at("texts", "hr", "/texts"),
                at("texts-unit", "hr", "/texts/stadszaken"),
                at("references", "analyst", "/references"),
                at("cards", "hr", "/pulses/met-link/cards"),
                at("cards-none", "hr", "/pulses/peiling-28/cards")));
        scenes.add(at("cards-printed", "hr", "/pulses/kaarten/cards").first(Acts::printedCards));
        return scenes;
    }

    /** The organisation and the server from above. */
    private static List<Scene> above() {
        return List.of(
                at("organisation-hr", "hr", "/organisation"),
                at("organisation-direction", "direction", "/organisation"),
                at("organisation-analyst", "analyst", "/organisation?about=leader-role-modelling"),
                at("operator", "operator", "/operator"));
    }

    /** An analyst and the past. */
    private static List<Scene> history() {
        return List.of(
                at("start-analyst", "analyst", "/"),
                at("replays", "analyst", "/replays"),
                at("replay", "analyst", "/replays").then(Acts::replay),
                at("replay-adoption", "analyst", "/replays")
                        .then(Acts::ownRule)
                        .then(page -> page.locator("a[href*='/adoption']").click())
                        .then(page -> page.locator("#validFrom").waitFor()),
                at("history", "analyst", "/history"),
                at("history-of-one-type", "analyst", "/history?type=BlockReleased"),
                at("history-of-actions", "analyst", "/history?type=ActionConcluded"),
                at("history-summary", "analyst", "/history/summary"),
                at("history-proofs", "works-council", "/history/proofs"));
    }

    private static List<Scene> council() {
        return List.of(
                at("council", "works-council", "/council"),
                at("council-pulse", "works-council", "/council/pulses/peiling-26"),
                at("council-pulse-open", "works-council", "/council/pulses/peiling-27-sociaal-domein"),
                at("council-pulse-extended", "works-council", "/council/pulses/verlengd"),
                at("council-pulse-closed", "works-council", "/council/pulses/gesloten"),
                at("council-pulse-cancelled", "works-council", "/council/pulses/ingetrokken"));
    }
}
