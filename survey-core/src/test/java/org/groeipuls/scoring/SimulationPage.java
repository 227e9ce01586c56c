package org.groeipuls.scoring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The published tables; written when asked with {@code -Dsimulations.write=true}. */
final class SimulationPage {
    private static final Path PAGE = Path.of("..", "docs", "method", "simulations.md");

    private static final String INTRODUCTION = """
            # What the method does on made-up groups

            Written by `./mvnw -pl survey-core test -Psimulations -Dsimulations.write=true`; the same seeds give the same
            tables. Nobody real is in them. A person has something that lasts (standard deviation .5), a mood in each pulse
            (.3) and chance in each answer (.7), rounded into 1..5; four in five answer, one item in thirty is left out;
            groups differ by a variance of .10 around 3.6. The form has three items every time and one of three that take
            turns, which are up to .3 easier or harder. *Default* is the calibration before an organisation has its own
            (offsets 0, κ 1); *learned* is what twenty organisations of sixty such groups each estimated after a baseline and
            twelve pulses, from what the rule releases. Under `exact` the own spread counts from 20 answers, so these small
            groups use the organisation's; *spread from 5* lets it count earlier.

            A bar is what was promised before measuring; a table says by itself whether it holds.
            """;

    private final Map<Integer, String> sections = new TreeMap<>();

    /** A section with its table; {@code number} decides the order. */
    synchronized void section(int number, String title, String text, List<String> header, List<List<String>> rows) {
        StringBuilder section = new StringBuilder();
        section.append("\n## ").append(title).append("\n").append(text.strip()).append("\n\n");
        line(section, header);
        line(section, header.stream().map(cell -> "---").toList());
        rows.forEach(row -> line(section, row));
        sections.put(number, section.toString());
    }

    void write() throws IOException {
        if (Boolean.getBoolean("simulations.write")) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, INTRODUCTION + String.join("", sections.values()));
        }
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    static String number(double value) {
        return String.format(Locale.ROOT, "%.4f", value).replaceFirst("\\.?0+$", "");
    }

    /** The largest deviation that chance explains: 2.58 standard errors of a share seen {@code times}. */
    static double chance(double share, int times) {
        return 2.58 * Math.sqrt(share * (1 - share) / times);
    }

    private static void line(StringBuilder section, List<String> cells) {
        section.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }
}
