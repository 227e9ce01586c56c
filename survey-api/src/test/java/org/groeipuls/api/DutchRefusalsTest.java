package org.groeipuls.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every rule that can say no says it in Dutch too. */
class DutchRefusalsTest {
    private static final Pattern CODE = Pattern.compile(
            "(?:Kind\\.[A-Z]+,|PulseNotIssuable\\(|InterventionNotRecordable\\(|ActionNotRecordable\\(|WordingNotAllowed\\(|GoalNotSettable\\(|ReferenceNotImportable\\(|ProgrammeNotDefinable\\(|Reason\\(|PulseNotInState\\(\\s*id,|Described\\(|ImportRefused\\(|RuleNotAllowed\\()\\s*\"([a-z]+(?:-[a-z]+)+)\"");

    @Test
    void every_rule_has_its_dutch_words() throws IOException {
        var codes = new TreeSet<>(List.of("unit-unknown", "team-unknown"));
        for (var module : List.of("../survey-core", "../survey-projections", ".")) {
            try (var files = Files.walk(Path.of(module, "src/main/java"))) {
                files.filter(file -> file.toString().endsWith(".java")).forEach(file -> codes.addAll(codesIn(file)));
            }
        }
        var dutch = ResourceBundle.getBundle("problems", Locale.of("nl"));

        assertThat(codes).hasSizeGreaterThan(40);
        assertThat(codes).allMatch(code -> dutch.containsKey("detail." + code));
    }

    private static List<String> codesIn(Path file) {
        try {
            return CODE.matcher(Files.readString(file))
                    .results()
                    .map(found -> found.group(1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
