package org.groeipuls.lexicon;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Word lists of made-up words, broad or narrow as a test wishes. */
final class Lists {
    static final LexiconId ID = new LexiconId("made-up-nl@1");

    private static final String NEEDED = """
            kind	words	note
            KEY	made-up-nl@1
            LANGUAGE	nl
            NEGATOR	niet
            PSEUDO_NEGATOR	niet alleen
            CLAUSE_BREAKER	want
            TALK	zeggen
            """;

    private Lists() {}

    /** A list with these rows for each category, where {@code %s} is a word that no other category has. */
    static byte[] of(List<String> rows) {
        var file = new StringBuilder(NEEDED);
        for (var kind : List.of("LEARNING", "BLAME", "SILENCE")) {
            rows.forEach(row -> file.append(kind)
                    .append('\t')
                    .append(row.formatted(kind.toLowerCase(java.util.Locale.ROOT)))
                    .append('\n'));
        }
        return file.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** So many different phrases for each category: {@code learning1}, {@code learning2} and so on. */
    static byte[] broad(int phrases) {
        return of(IntStream.rangeClosed(1, phrases).mapToObj(i -> "%s" + i).toList());
    }

    /**
     * Labelled texts, half of them about learning: every list that {@link #broad} makes finds them all.
     *
     * @param wrong how many are labelled otherwise than the list says
     */
    static byte[] labelled(int texts, int wrong, int phrases, boolean coders) {
        return ("id\tlang\ttext\tlearn\tblame\tsilence"
                        + (coders ? "\tlearn1\tblame1\tsilence1\tlearn2\tblame2\tsilence2" : "")
                        + "\n"
                        + IntStream.range(0, texts)
                                .mapToObj(i -> row(i, i < wrong, phrases, coders))
                                .collect(Collectors.joining("\n")))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String row(int i, boolean wrong, int phrases, boolean coders) {
        boolean learns = i % 2 == 0;
        var label = (learns != wrong ? "1" : "0") + "\t0\t0";
        var text = learns ? "Hier learning%d tekst %d".formatted(1 + i / 2 % phrases, i) : "Hier niets, tekst " + i;
        return "%d\tnl\t%s\t%s%s".formatted(i, text, label, coders ? "\t" + label + "\t" + label : "");
    }
}
