package org.groeipuls.system.browser.matrix;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.groeipuls.system.browser.Chromium;

/** Goes through scenes, each once, looks at it in one language in as many ways as asked, and writes down every fault. */
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

    /** How often a page was looked at. */
    int seen() {
        return seen;
    }

    /** @param looks all in one language, since the server makes another page for another language */
    void through(List<Look> looks, List<Scene> scenes) {
        Map<String, List<Scene>> byPerson = new LinkedHashMap<>();
        scenes.forEach(scene ->
                byPerson.computeIfAbsent(scene.who(), who -> new ArrayList<>()).add(scene));
        byPerson.forEach((who, theirs) -> {
            try (var browser = world.browser(chromium, who, looks.getFirst().kind())) {
                var stage = new Stage(browser.newPage());
                var judge = Judge.of(stage.page(), world.origin());
                theirs.stream().filter(scene -> !scene.alone()).forEach(scene -> visit(scene, looks, stage, judge));
            }
            theirs.stream().filter(Scene::alone).forEach(scene -> visitAlone(scene, looks));
        });
    }

    private void visitAlone(Scene scene, List<Look> looks) {
        try (BrowserContext browser =
                world.browser(chromium, scene.who(), looks.getFirst().kind())) {
            var stage = new Stage(browser.newPage());
            visit(scene, looks, stage, Judge.of(stage.page(), world.origin()));
        }
    }

    private void visit(Scene scene, List<Look> looks, Stage stage, Judge judge) {
        List<String> found = new ArrayList<>();
        var language = looks.getFirst().language();
        var page = stage.page();
        try {
            stage.show(looks.getFirst());
            scene.before().accept(page);
            var response = Objects.requireNonNull(page.navigate(world.address(scene.path(), language)));
            found.addAll(Judge.answer(response, scene.status()));
            scene.then().accept(page);
            looks.forEach(look -> pictures.take(scene.name(), look, stage));
            unfold(page);
            looks.forEach(look -> {
                seen++;
                judge.look(look, stage).stream()
                        .map(fault -> look + " " + fault)
                        .forEach(found::add);
            });
        } catch (RuntimeException stuck) {
            found.add("stuck: " + stuck.getMessage());
        }
        judge.noticed().forEach(found::add);
        found.stream().distinct().forEach(fault -> faults.add(scene.name() + " " + language + " " + fault));
    }

    /** What is folded in would not be looked at. */
    static void unfold(Page page) {
        page.evaluate("document.querySelectorAll('details').forEach(each => (each.open = true))");
    }
}
