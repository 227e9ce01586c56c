package org.groeipuls.system.browser.matrix;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.groeipuls.system.browser.Chromium;

/** Goes through scenes in one look, with one browser per person, and writes down every fault. */
final class Walk {
    /** Stands in every address, and on no page: what a page repeats can be guessed at by the length of the answer. */
    static final String ECHO = "zqxjwkv";

    private final World world;
    private final Chromium chromium;
    private final Pictures pictures;
    private final List<String> faults = new ArrayList<>();
    private int seen;

    Walk(World world, Chromium chromium, Pictures pictures) {
        this.world = world;
        this.chromium = chromium;
        this.pictures = pictures;
    }

    List<String> faults() {
        return List.copyOf(faults);
    }

    /** How many pages were looked at. */
    int seen() {
        return seen;
    }

    void through(Look look, List<Scene> scenes) {
        Map<String, List<Scene>> byPerson = new LinkedHashMap<>();
        scenes.forEach(scene ->
                byPerson.computeIfAbsent(scene.who(), who -> new ArrayList<>()).add(scene));
        byPerson.forEach((who, theirs) -> {
            try (var browser = world.browser(chromium, who, look.kind())) {
                var page = browser.newPage();
                var judge = Judge.of(page, world.origin());
                theirs.stream().filter(scene -> !scene.alone()).forEach(scene -> visit(scene, look, page, judge));
            }
            theirs.stream().filter(Scene::alone).forEach(scene -> visitAlone(scene, look));
        });
    }

    private void visitAlone(Scene scene, Look look) {
        try (BrowserContext browser = world.browser(chromium, scene.who(), look.kind())) {
            var page = browser.newPage();
            visit(scene, look, page, Judge.of(page, world.origin()));
        }
    }

    private void visit(Scene scene, Look look, Page page, Judge judge) {
        seen++;
        List<String> found = new ArrayList<>();
        try {
            scene.before().accept(page);
            var response = Objects.requireNonNull(page.navigate(world.address(scene.path(), look.language())));
            found.addAll(Judge.answer(response, scene.status()));
            scene.then().accept(page);
            pictures.take(scene.name(), look, page);
            page.evaluate("document.querySelectorAll('details').forEach(each => (each.open = true))");
            found.addAll(judge.layout(look.language()));
            if (look.reflows()) {
                found.addAll(judge.reflow(look.language()));
            }
            found.addAll(judge.axe());
        } catch (RuntimeException stuck) {
            found.add("stuck: " + stuck.getMessage());
        }
        found.addAll(judge.noticed());
        found.stream().distinct().forEach(fault -> faults.add(scene.name() + " " + look + " " + fault));
    }
}
