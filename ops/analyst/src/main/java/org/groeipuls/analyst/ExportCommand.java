package org.groeipuls.analyst;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.groeipuls.tree.Checksum;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** Writes history to a file and holds what was written against the server's own summary. */
@Command(
        name = "export",
        header = "Write history to a file.",
        description = {
            "ndjson: CloudEvents 1.0, one a line; the form that groeipuls verify and audit read.",
            "csv: the same fields; data is JSON. xlsx: a workbook. parquet: for DuckDB, R, pandas; position and sequence"
                    + " are whole numbers, day is a date.",
            "What was written is counted and summed, and held against what the server says it has."
        })
final class ExportCommand implements Callable<Integer> {
    enum Format {
        ndjson,
        csv,
        xlsx,
        parquet
    }

    @Mixin
    Connection connection = new Connection();

    @Mixin
    Output output = new Output();

    @Option(
            names = "--format",
            defaultValue = "ndjson",
            paramLabel = "FORMAT",
            description = "One of ${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} unless said otherwise")
    Format format = Format.ndjson;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where to; replaced when it is there")
    Path out = Path.of("history");

    @Option(names = "--after", defaultValue = "0", paramLabel = "POSITION", description = "Only what came after this")
    long after;

    @Option(names = "--type", paramLabel = "EVENT", description = "Only events of this type, such as BlockReleased")
    @Nullable
    String type;

    private final Map<String, Long> counts = new TreeMap<>();
    private final Checksum checksum = new Checksum();
    private long position;

    @Override
    public Integer call() throws IOException {
        var folder = Output.folderOf(out);
        var draft = Files.createTempFile(folder, "." + out.getFileName(), ".part");
        draft.toFile().deleteOnExit(); // where it is stopped
        try (var server = connection.open(output)) {
            var summary = server.get("/api/v1/history/summary");
            long through = summary.path("position").asLong();
            long expected = ofType(summary) - before(server, through);
            if (format == Format.xlsx && expected > Rows.Book.MOST_ROWS) {
                throw Rows.Book.noRoom();
            }
            write(server, through, expected, draft);
            Files.move(draft, out, StandardCopyOption.REPLACE_EXISTING);
            return told(summary, expected);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** How many events of those that are asked for come before them. */
    private long before(HistoryServer server, long through) {
        return after == 0 ? 0 : ofType(server.get("/api/v1/history/summary?through=" + Math.min(after, through)));
    }

    private long ofType(JsonNode summary) {
        return summary.path("types")
                .valueStream()
                .filter(of -> type == null || of.path("type").asString().equals(type))
                .mapToLong(of -> of.path("events").asLong())
                .sum();
    }

    private void write(HistoryServer server, long through, long events, Path draft) throws IOException {
        long[] done = {0};
        try (var rows = Rows.of(format, draft);
                var progress = output.progress("history", events)) {
            new HistoryReader(server, after, type).read(through, event -> {
                rows.write(event);
                checksum.add(event.event());
                counts.merge(event.event().type() + "/" + event.event().revision(), 1L, Long::sum);
                position = event.event().position();
                progress.at(++done[0], events);
            });
            rows.finish();
        }
    }

    private int told(JsonNode summary, long expected) {
        var written = counts.values().stream().mapToLong(Long::longValue).sum();
        var sum = checksum.value();
        boolean whole = after == 0 && type == null;
        boolean summed = !whole || sum.equals(summary.path("checksum").asString());
        boolean same = written == expected && summed;
        output.say("%,d events up to position %d in %s", written, position, out);
        if (written != expected) {
            output.say("The server says that there are %,d: export them again", expected);
        }
        output.say(
                "Checksum %s%s",
                sum, !whole ? "" : summed ? ", as the server says" : ": the server says something else");
        output.result(ExportedEvent.JSON
                .createObjectNode()
                .put("file", out.toString())
                .put("format", format.name())
                .put("events", written)
                .put("position", position)
                .put("checksum", sum)
                .put("same", same)
                .set("types", ExportedEvent.JSON.valueToTree(counts)));
        return same ? 0 : 1;
    }
}
