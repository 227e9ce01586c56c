package org.groeipuls.language;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.groeipuls.language.TabbedFile.Row;

/**
 * Texts with the labels that people gave them, in two halves: words may be tuned on the development half, and the locked
 * half judges. Which half a text is in depends on the text alone (SHA-256), so that no choice is left to anybody.
 */
public record LabelledTexts(List<LabelledText> all) {
    private static final List<String> HEADER = List.of("id", "lang", "text", "learn", "blame", "silence");
    private static final int TEXT = 2;

    public LabelledTexts {
        all = List.copyOf(all);
    }

    /**
     * Reads a UTF-8 file of tab-separated columns id, lang, text, learn, blame, silence; labels are 1 or 0.
     *
     * @param source name of the file, for the message
     * @throws FaultyFile with everything that is wrong with it, by line; it never quotes a text
     */
    public static LabelledTexts parse(String source, byte[] file) {
        TabbedFile table = TabbedFile.of(source, file);
        List<Complaint> complaints = new ArrayList<>();
        List<LabelledText> texts = new ArrayList<>();
        Map<String, Integer> lines = new HashMap<>();
        if (table.rows().isEmpty() || !table.rows().getFirst().cells().equals(HEADER)) {
            complaints.add(new Complaint(
                    1, "is not the header: begin with the columns id, lang, text, learn, blame, silence"));
        }
        table.rows().stream().skip(1).forEach(row -> {
            Integer first = lines.putIfAbsent(Words.folded(row.cell(TEXT)).strip(), row.line());
            if (first != null) {
                complaints.add(row.complain("has the text of line %d again: keep one".formatted(first)));
            }
            fault(row).map(row::complain).ifPresentOrElse(complaints::add, () -> texts.add(text(row)));
        });
        if (!complaints.isEmpty()) {
            throw new FaultyFile(source, complaints);
        }
        return new LabelledTexts(texts);
    }

    /** The half to tune words on. */
    public LabelledTexts development() {
        return where(text -> !text.isLocked());
    }

    /** The half that judges: nobody reads it and no word is chosen because of it. */
    public LabelledTexts locked() {
        return where(LabelledText::isLocked);
    }

    /** The texts in this language. */
    public LabelledTexts in(Language language) {
        return where(text -> text.language() == language);
    }

    private LabelledTexts where(Predicate<LabelledText> wanted) {
        return new LabelledTexts(all.stream().filter(wanted).toList());
    }

    private static Optional<String> fault(Row row) {
        if (row.cells().size() != HEADER.size()) {
            return Optional.of(
                    "has %d columns and needs %d".formatted(row.cells().size(), HEADER.size()));
        }
        if (Language.of(row.cell(1)).isEmpty()) {
            return Optional.of("has no known language: write nl or en");
        }
        if (row.cell(TEXT).isBlank()) {
            return Optional.of("has no text");
        }
        return row.cells().subList(TEXT + 1, HEADER.size()).stream().allMatch(cell -> cell.matches("[01]"))
                ? Optional.empty()
                : Optional.of("has a label that is not 1 or 0");
    }

    private static LabelledText text(Row row) {
        Set<Category> labels = EnumSet.noneOf(Category.class);
        for (Category category : Category.values()) {
            if (row.cell(TEXT + 1 + category.ordinal()).equals("1")) {
                labels.add(category);
            }
        }
        return new LabelledText(row.cell(0), Language.of(row.cell(1)).orElseThrow(), row.cell(TEXT), labels);
    }
}
