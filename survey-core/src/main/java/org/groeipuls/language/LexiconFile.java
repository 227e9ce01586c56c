package org.groeipuls.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.groeipuls.language.TabbedFile.Row;
import org.jspecify.annotations.Nullable;

/** Makes a word list of the rows of a file, or says all that is wrong with them. */
final class LexiconFile {
    private static final List<String> HEADER = List.of("kind", "words", "note");

    /** Several phrases can share a row. */
    private static final Pattern SEVERAL = Pattern.compile(" / ");

    private final TabbedFile file;
    private final List<Complaint> complaints = new ArrayList<>();
    private final PhraseParser parser = new PhraseParser();
    private final Map<String, Integer> setLines = new HashMap<>();
    private final Map<String, Row> seen = new HashMap<>();
    private final List<Phrase> phrases = new ArrayList<>();
    private final LexiconCheck check = new LexiconCheck();
    private String lastSet = "";
    private @Nullable LexiconKey key;
    private @Nullable Language language;

    LexiconFile(TabbedFile file) {
        this.file = file;
    }

    /** @throws FaultyFile with everything that is wrong */
    Lexicon lexicon() {
        boolean header =
                !file.rows().isEmpty() && file.rows().getFirst().cells().equals(HEADER);
        if (!header) {
            complaints.add(new Complaint(1, "is not the header: begin with the columns kind, words, note"));
        }
        file.rows().stream().skip(header ? 1 : 0).forEach(this::take);
        checkWhole();
        if (key == null || language == null || !complaints.isEmpty()) {
            throw new FaultyFile(file.source(), complaints);
        }
        return new Lexicon(key, language, phrases);
    }

    private void take(Row row) {
        if (row.cells().size() > HEADER.size()) {
            complaints.add(row.complain("has more than three columns: kind, words, note"));
        } else if (row.cell(1).isBlank()) {
            complaints.add(row.complain("has no words in its second column"));
        } else {
            try {
                take(row, row.cell(0), row.cell(1));
            } catch (IllegalArgumentException badlyWritten) {
                complaints.add(row.complain(String.valueOf(badlyWritten.getMessage())));
            }
        }
    }

    private void take(Row row, String kind, String words) {
        switch (kind) {
            case "KEY" -> key = once(key, LexiconKey.parse(words));
            case "LANGUAGE" ->
                language = once(
                        language,
                        Language.of(words)
                                .orElseThrow(() -> new IllegalArgumentException(
                                        "'%s' is no language: write nl or en".formatted(words))));
            default -> {
                for (String phrase : SEVERAL.split(words)) {
                    takePhrase(row, kind, phrase);
                }
            }
        }
    }

    private void takePhrase(Row row, String kind, String phrase) {
        refuseTwice(row, kind, phrase);
        if (PhraseParser.isSet(kind)) {
            fill(row, kind, phrase);
        } else {
            add(row, kind, phrase);
        }
    }

    private static <T> T once(@Nullable T before, T now) {
        if (before != null) {
            throw new IllegalArgumentException("gives the key or the language a second time: keep one");
        }
        return now;
    }

    private void refuseTwice(Row row, String kind, String words) {
        // sets of different names may share a word, phrases of different kinds may not
        String owner = PhraseParser.isSet(kind) ? kind : "";
        Row first = seen.putIfAbsent(owner + " " + Words.folded(words), row);
        if (first != null) {
            throw new IllegalArgumentException("'%s' stands in line %d already%s"
                    .formatted(
                            words,
                            first.line(),
                            first.cell(0).equals(kind) ? "" : ", as " + first.cell(0) + ": decide on one"));
        }
    }

    private void fill(Row row, String set, String words) {
        if (parser.knows(set) && !lastSet.equals(set)) {
            throw new IllegalArgumentException(
                    "fills %s away from its other lines: keep the lines of a set together".formatted(set));
        }
        lastSet = set;
        setLines.putIfAbsent(set, row.line());
        parser.addToSet(set, words);
    }

    private void add(Row row, String written, String words) {
        Kind kind = Kind.of(written)
                .orElseThrow(() -> new IllegalArgumentException("'%s' is no kind: use %s, or <name> for a set"
                        .formatted(written, Arrays.toString(Kind.values()))));
        phrases.add(new Phrase(kind, parser.parse(words)));
        check.add(kind, words, row);
        lastSet = "";
    }

    private void checkWhole() {
        int end = file.rows().isEmpty() ? 1 : file.rows().getLast().line();
        if (key == null) {
            complaints.add(new Complaint(1, "no row KEY says which list this is, such as error-talk-nl@1"));
        }
        if (language == null) {
            complaints.add(new Complaint(1, "no row LANGUAGE says nl or en"));
        }
        setLines.forEach((set, line) -> {
            if (!parser.isUsed(set)) {
                complaints.add(new Complaint(line, "fills %s, which no phrase uses".formatted(set)));
            }
        });
        complaints.addAll(check.complaints(end));
    }
}
