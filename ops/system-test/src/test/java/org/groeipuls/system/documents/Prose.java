package org.groeipuls.system.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What can be wrong with a page and be seen by a machine. */
final class Prose {
    private static final Pattern FENCED = Pattern.compile("(?ms)^```.*?^```");
    private static final Pattern SHELL = Pattern.compile("(?ms)^```sh\\n(.*?)^```");
    private static final Pattern LINK = Pattern.compile("!?\\[[^\\]]*]\\(([^)\\s]+)\\)");
    private static final Pattern ELSEWHERE = Pattern.compile("[a-z]+:.*|#.*");
    private static final Pattern TWO_HUMPS = Pattern.compile("\\b[A-Z][a-z]+(?:[A-Z][a-z]+)+\\b");

    private Prose() {}

    /** Relative links of a page that lead to nothing. */
    static List<String> brokenLinks(Path page) {
        return LINK.matcher(FENCED.matcher(read(page)).replaceAll(""))
                .results()
                .map(found -> found.group(1))
                .filter(link -> !ELSEWHERE.matcher(link).matches())
                .filter(link ->
                        !Files.exists(Objects.requireNonNull(page.getParent()).resolve(link.replaceFirst("#.*", ""))))
                .toList();
    }

    /** Names of classes that a text mentions, of those that nobody would write by chance. */
    static List<String> classNames(String text, Collection<String> ours) {
        return TWO_HUMPS
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .filter(ours::contains)
                .toList();
    }

    /** The calls of the wrapper in the shell examples of a page, without what only makes them quieter. */
    static List<String> builds(String text) {
        return SHELL.matcher(text)
                .results()
                .flatMap(block -> block.group(1).lines())
                .map(String::strip)
                .filter(line -> line.startsWith("./mvnw"))
                .map(Prose::bare)
                .toList();
    }

    /** A call of the wrapper without comment, output and what only makes it quieter. */
    static String bare(String call) {
        return call.replaceFirst("\\s+#.*", "")
                .replaceAll(" (-B|-ntp|-q)(?= |$)", "")
                .strip();
    }

    static String read(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException e) {
            throw new UncheckedIOException(page + " cannot be read", e);
        }
    }
}
