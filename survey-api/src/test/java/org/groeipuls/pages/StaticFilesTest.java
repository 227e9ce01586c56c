package org.groeipuls.pages;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** One page never runs modules of two versions. */
class StaticFilesTest {
    private static final Pattern IMPORT = Pattern.compile("(?:\\bfrom|\\bimport)\\s*\\(?\\s*['\"]([^'\"]+)['\"]");

    @Test
    void another_byte_or_name_is_another_address_and_another_order_is_not() {
        var address = StaticFiles.print(List.of(file("a.js", "1"), file("b.js", "2")));

        assertThat(address).matches("[0-9a-f]{12}");
        assertThat(StaticFiles.print(List.of(file("b.js", "2"), file("a.js", "1"))))
                .isEqualTo(address);
        assertThat(List.of(
                        StaticFiles.print(List.of(file("a.js", "1"), file("b.js", "3"))),
                        StaticFiles.print(List.of(file("a.js", "1"), file("c.js", "2"))),
                        StaticFiles.print(List.of(file("a.js", "2"), file("b.js", "1"))),
                        StaticFiles.print(List.of(file("a.js", "1")))))
                .doesNotContain(address)
                .doesNotHaveDuplicates();
    }

    @Test
    void a_module_names_others_by_their_place_beside_it() throws IOException {
        var modules = new PathMatchingResourcePatternResolver().getResources("classpath:static/pages/*.js");
        int imports = 0;
        for (var module : modules) {
            for (var found :
                    IMPORT.matcher(module.getContentAsString(UTF_8)).results().toList()) {
                assertThat(found.group(1))
                        .as(String.valueOf(module.getFilename()))
                        .matches("\\./[a-z-]+\\.js");
                imports++;
            }
            assertThat(module.getContentAsString(UTF_8)).doesNotContain("/static/");
        }
        assertThat(imports).isGreaterThan(20);
    }

    private static Resource file(String name, String content) {
        return new ByteArrayResource(content.getBytes(UTF_8)) {
            @Override
            public String getFilename() {
                return name;
            }
        };
    }
}
