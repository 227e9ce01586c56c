package org.groeipuls.system.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The shape of the pages of one language: what has to be equal in a translation. */
final class Pack {
    private static final Pattern LINK = Pattern.compile("]\\((?!\\.\\./(?:nl|en)/)([^)\\s]+)\\)");

    private Pack() {}

    /**
     * @param headings lines that begin with {@code #}
     * @param rows of tables
     * @param items of lists
     * @param links to anything but the other language, sorted
     */
    record Page(long headings, long rows, long items, List<String> links) {}

    /** The pages of a folder by name. */
    static SortedMap<String, Page> in(Path folder) {
        var pages = new TreeMap<String, Page>();
        try (var files = Files.list(folder)) {
            files.forEach(file -> pages.put(file.getFileName().toString(), page(Prose.read(file))));
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " cannot be read", e);
        }
        return pages;
    }

    private static Page page(String text) {
        return new Page(
                begin(text, "#+ "),
                begin(text, "\\|"),
                begin(text, " *(?:-|\\d+\\.) "),
                LINK.matcher(text).results().map(link -> link.group(1)).sorted().toList());
    }

    private static long begin(String text, String mark) {
        return Pattern.compile("(?m)^" + mark).matcher(text).results().count();
    }
}
