package org.groeipuls.system.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.groeipuls.api.wiring.Settings;
import org.groeipuls.system.architecture.House;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentsTest {
    private static final int README_AT_MOST = 120;

    @Test
    void every_relative_link_leads_somewhere() {
        assertThat(Repository.documents())
                .hasSizeGreaterThan(10)
                .allSatisfy(page ->
                        assertThat(Prose.brokenLinks(page)).as(page.toString()).isEmpty());
    }

    @Test
    void a_link_to_nothing_is_found(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("there.md"), "# There");
        var page = Files.writeString(folder.resolve("page.md"), """
                [there](there.md), [a heading of it](there.md#heading), [here](#here), [elsewhere](https://example.org/x),
                [gone](gone.md#heading) and ![a picture](pictures/none.png)
                ```sh
                echo "[no link](in-an-example)"
                ```
                """);
        assertThat(Prose.brokenLinks(page)).containsExactly("gone.md#heading", "pictures/none.png");
    }

    /** Same pages, and in each as many headings, rows and items and the same links; the words nobody can compare. */
    @Test
    void the_onboarding_pack_is_whole_in_both_languages() {
        var dutch = Pack.in(Repository.ROOT.resolve("docs/pakket/nl"));
        assertThat(dutch).hasSizeGreaterThanOrEqualTo(8);
        assertThat(Pack.in(Repository.ROOT.resolve("docs/pakket/en"))).isEqualTo(dutch);
    }

    @Test
    void a_row_that_one_language_lacks_is_found(@TempDir Path folder) throws IOException {
        var dutch = Files.createDirectories(folder.resolve("nl"));
        var english = Files.createDirectories(folder.resolve("en"));
        Files.writeString(dutch.resolve("plan.md"), "# Plan\n\n| week | wat |\n|---|---|\n| 1 | {naam} belt |\n");
        Files.writeString(english.resolve("plan.md"), "# Plan\n\n| week | what |\n|---|---|\n| 1 | {name} calls |\n");
        assertThat(Pack.in(english)).isEqualTo(Pack.in(dutch));
        Files.writeString(english.resolve("plan.md"), "# Plan\n\n| week | what |\n|---|---|\n");
        assertThat(Pack.in(english)).isNotEqualTo(Pack.in(dutch));
    }

    @Test
    void the_onboarding_pack_never_says_fully_anonymous() {
        var pack = Repository.documents().stream()
                .filter(page -> page.toString().contains("pakket"))
                .toList();
        assertThat(pack)
                .hasSizeGreaterThan(10)
                .allSatisfy(page -> assertThat(Prose.read(page))
                        .doesNotContainPattern(
                                "(?i)(100 ?%|volledig|helemaal|fully|completely|entirely) (anonie|anony)"));
    }

    @Test
    void the_readme_is_read_in_one_go() {
        assertThat(Repository.read("README.md").lines().count()).isLessThanOrEqualTo(README_AT_MOST);
    }

    @Test
    void the_readme_builds_as_the_checks_on_every_change_do() {
        var readme = Prose.builds(Repository.read("README.md"));
        assertThat(readme).startsWith("./mvnw -Pdemo", "./mvnw verify");
        assertThat(checked()).containsAll(readme);
    }

    @Test
    void the_guide_is_tried_on_every_change_and_the_readme_leads_to_it() {
        var guide = Prose.builds(Repository.read("docs/guide.md"));
        assertThat(guide).containsExactly("./mvnw verify");
        assertThat(checked()).containsAll(guide);
        assertThat(Repository.read(".ci/run")).contains("ops/run/try-guide");
        assertThat(Repository.read("README.md")).contains("(docs/guide.md)");
    }

    @Test
    void every_setting_stands_in_the_readme_or_in_the_guide() {
        assertThat(untold(Repository.read("README.md") + Repository.read("docs/guide.md")))
                .isEmpty();
    }

    @Test
    void a_setting_that_no_page_tells_of_is_found() {
        assertThat(untold("| `groeipuls.data` | folder |"))
                .contains("`groeipuls.vault-key")
                .doesNotContain("`groeipuls.data");
    }

    private static List<String> untold(String pages) {
        return Arrays.stream(Settings.class.getRecordComponents())
                .map(setting -> "`groeipuls."
                        + setting.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT))
                .filter(setting -> !pages.contains(setting))
                .toList();
    }

    @Test
    void a_build_that_no_check_runs_is_found() {
        var builds = Prose.builds("""
                ```sh
                ./mvnw verify          # all tests
                ./mvnw -Pmagic deploy
                ```
                """);
        assertThat(builds).containsExactly("./mvnw verify", "./mvnw -Pmagic deploy");
        assertThat(checked()).contains(builds.getFirst()).doesNotContain(builds.getLast());
    }

    /** The calls of the wrapper in what runs on every change; arguments of ours (ports, folders) left out. */
    private static Set<String> checked() {
        return (Repository.read(".ci/run") + Repository.read("ops/run/try-demo"))
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith("./mvnw"))
                .map(line -> Prose.bare(line.replaceFirst("\\s+(\"?-Dspring-boot|>|\\|\\||&).*", "")))
                .collect(Collectors.toSet());
    }

    @Test
    void the_domain_is_told_without_names_of_classes() {
        assertThat(Prose.classNames(Repository.read("docs/domain.md"), names())).isEmpty();
    }

    @Test
    void a_name_of_a_class_in_a_sentence_is_found() {
        assertThat(Prose.classNames(
                        "Then PulseIssued follows, as PostgreSQL and JavaScript know. A Pulse opens.", names()))
                .containsExactly("PulseIssued");
    }

    private static Set<String> names() {
        return House.classes().stream().map(JavaClass::getSimpleName).collect(Collectors.toSet());
    }
}
