package org.groeipuls.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What pages load is of the version of the page. */
class PageFilesTest extends PageVisit {
    private static final Pattern LOADED = Pattern.compile("(?:src|href)=\"(/static/[^\"]+)\"");

    @Test
    void all_that_a_page_loads_has_an_address_of_this_version_and_is_kept() throws Exception {
        signIn("hr");
        var files = new TreeSet<String>();
        for (var page : List.of("/", "/inbox", "/development", "/login")) {
            LOADED.matcher(get(page).body()).results().forEach(found -> files.add(found.group(1)));
        }

        assertThat(files).hasSizeGreaterThan(3).allMatch(file -> file.matches("/static/[0-9a-f]{12}/pages/[a-z-.]+"));
        assertThat(files.stream().map(file -> file.substring(0, "/static/".length() + 12)))
                .containsOnly(files.first().substring(0, "/static/".length() + 12));
        for (var file : files) {
            var answer = get(file);
            assertThat(answer.statusCode()).as(file).isEqualTo(200);
            assertThat(answer.headers().allValues("Cache-Control")).containsExactly("max-age=31536000, immutable");
            assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
        }
    }

    @Test
    void of_another_version_there_is_nothing_and_nothing_is_kept_of_that() throws Exception {
        for (var file : List.of("/static/0123456789ab/pages/ticket.js", "/static/pages/ticket.js")) {
            var answer = get(file);
            assertThat(answer.statusCode()).as(file).isEqualTo(file.contains("0123") ? 404 : 200);
            assertThat(String.join(" ", answer.headers().allValues("Cache-Control")))
                    .as(file)
                    .contains("no-store");
        }
    }
}
