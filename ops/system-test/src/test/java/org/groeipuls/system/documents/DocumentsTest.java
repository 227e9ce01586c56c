package org.groeipuls.system.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
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
