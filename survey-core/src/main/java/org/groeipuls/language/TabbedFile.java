package org.groeipuls.language;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The rows of a UTF-8 file of tab-separated columns, as spreadsheets write it; blank lines and # lines are left out. */
record TabbedFile(String source, List<Row> rows) {
    TabbedFile {
        rows = List.copyOf(rows);
    }

    /** @throws FaultyFile if it is not UTF-8, or quoted */
    static TabbedFile of(String source, byte[] bytes) {
        List<Complaint> complaints = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        int number = 0;
        for (String line : decoded(source, bytes).split("\\R", -1)) {
            number++;
            if (line.contains("\"")) {
                complaints.add(new Complaint(number, "has a double quote: save the file as tab-separated, not quoted"));
            } else if (!line.isBlank() && !line.startsWith("#")) {
                rows.add(new Row(number, List.of(line.strip().split(" *\t *", -1))));
            }
        }
        if (!complaints.isEmpty()) {
            throw new FaultyFile(source, complaints);
        }
        return new TabbedFile(source, rows);
    }

    private static String decoded(String source, byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(buffer).toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException notUtf8) {
            String before = new String(bytes, 0, buffer.position(), StandardCharsets.UTF_8);
            int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
            throw new FaultyFile(
                    source, List.of(new Complaint(line, "is not UTF-8: save the file as Unicode (UTF-8)")));
        }
    }

    /** A line with something in it. */
    record Row(int line, List<String> cells) {
        Row {
            cells = List.copyOf(cells);
        }

        /** The cell of a column counted from 0; empty where the row is shorter. */
        String cell(int column) {
            return column < cells.size() ? cells.get(column) : "";
        }

        Complaint complain(String message) {
            return new Complaint(line, message);
        }
    }
}
