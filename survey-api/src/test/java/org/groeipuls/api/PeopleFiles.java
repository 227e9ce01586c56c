package org.groeipuls.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Collections;
import java.util.function.BiFunction;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Lists of people as files, and the sending of them. */
final class PeopleFiles {
    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    static final String CSV = "text/csv";

    private PeopleFiles() {}

    static Reply send(Server server, byte[] file, String type, boolean dryRun, String language) {
        return server.send(HttpRequest.newBuilder(server.address().resolve("/api/v1/people/imports?dryRun=" + dryRun))
                .header("Authorization", "Bearer " + server.token("hr", "groeipuls"))
                .header("Content-Type", type)
                .header("Accept-Language", language)
                .POST(BodyPublishers.ofByteArray(file))
                .build());
    }

    interface Filling {
        void of(Worksheet sheet);
    }

    static byte[] workbook(Filling filling) {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "test", "1.0")) {
            filling.of(workbook.newWorksheet("People"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** The sheet that a CSV without quotation marks would be. */
    static byte[] workbook(String csv) {
        return workbook(sheet -> fill(sheet, csv));
    }

    static void fill(Worksheet sheet, String csv) {
        var lines = csv.lines().toList();
        for (int row = 0; row < lines.size(); row++) {
            var cells = lines.get(row).split(",", -1);
            for (int column = 0; column < cells.length; column++) {
                if (!cells[column].isEmpty()) {
                    sheet.value(row, column, cells[column]);
                }
            }
        }
    }

    /** The same workbook with each part as {@code change} makes it of its name and content. */
    static byte[] changed(byte[] workbook, BiFunction<String, String, String> change) {
        var bytes = new ByteArrayOutputStream();
        try (var in = ZipFile.builder()
                        .setSeekableByteChannel(new SeekableInMemoryByteChannel(workbook))
                        .get();
                var out = new ZipOutputStream(bytes)) {
            for (var entry : Collections.list(in.getEntries())) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                var part = new String(in.getInputStream(entry).readAllBytes(), UTF_8);
                out.write(change.apply(entry.getName(), part).getBytes(UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
