package org.groeipuls.api.hr;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.util.List;
import java.util.regex.Pattern;
import org.groeipuls.api.hr.SheetLines.Line;

/** Lines of a CSV file in UTF-8, with or without a mark at its beginning, parted by commas, semicolons or tabs. */
final class CsvLines {
    private static final char MARK = '\uFEFF';
    private static final Pattern NUMBER = Pattern.compile("line (\\d+)");

    private CsvLines() {}

    static void read(byte[] bytes, SheetLines into) {
        if (starts(bytes, 'P', 'K', 3, 4) || starts(bytes, 0xD0, 0xCF, 0x11, 0xE0)) {
            into.fault(1, PeopleFault.FILE_IS_WORKBOOK);
        } else if (starts(bytes, 0xFF, 0xFE) || starts(bytes, 0xFE, 0xFF)) {
            into.fault(1, PeopleFault.FILE_UTF16);
        } else if (holdsNothing(bytes)) {
            into.fault(1, PeopleFault.FILE_NOT_TEXT);
        } else {
            var text = text(bytes, into);
            if (!into.stopped()) {
                parse(text, into);
            }
        }
    }

    static boolean starts(byte[] bytes, int... with) {
        if (bytes.length < with.length) {
            return false;
        }
        for (int i = 0; i < with.length; i++) {
            if ((bytes[i] & 0xFF) != with[i]) {
                return false;
            }
        }
        return true;
    }

    /** A byte that is zero stands in no text, but in UTF-16 without a mark and in every other kind of file. */
    private static boolean holdsNothing(byte[] bytes) {
        for (byte each : bytes) {
            if (each == 0) {
                return true;
            }
        }
        return false;
    }

    private static String text(byte[] bytes, SheetLines into) {
        var in = ByteBuffer.wrap(bytes);
        var out = CharBuffer.allocate(bytes.length);
        var result = UTF_8.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(in, out, true);
        var text = out.flip().toString();
        if (result.isError()) {
            into.fault(1 + text.chars().filter(each -> each == '\n').count(), PeopleFault.FILE_NOT_UTF8);
        }
        return !text.isEmpty() && text.charAt(0) == MARK ? text.substring(1) : text;
    }

    private static char separator(String text) {
        var first = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        return List.of(';', '\t').stream()
                .filter(each -> first.indexOf(each) >= 0)
                .findFirst()
                .orElse(',');
    }

    private static void parse(String text, SheetLines into) {
        var reader = CsvReader.builder()
                .fieldSeparator(separator(text))
                .allowExtraFields(true)
                .allowMissingFields(true);
        try (var records = reader.ofCsvRecord(text)) {
            for (var record : records) {
                into.add(new Line(record.getStartingLineNumber(), record.getFields(), true));
                if (into.stopped()) {
                    return;
                }
            }
        } catch (CsvParseException e) {
            var line = NUMBER.matcher(String.valueOf(e.getMessage()));
            into.fault(line.find() ? Long.parseLong(line.group(1)) : 1, PeopleFault.FILE_NOT_CSV);
        } catch (IOException impossible) {
            throw new IllegalStateException("It is read from memory", impossible);
        }
    }
}
