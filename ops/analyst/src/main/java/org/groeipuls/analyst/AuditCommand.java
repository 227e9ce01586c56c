package org.groeipuls.analyst;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.groeipuls.audit.Audit;
import org.groeipuls.audit.HistoryIncomplete;
import org.groeipuls.audit.Multisets.Left;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tells what everything that was released leaves possible for anybody who answered. */
@Command(
        name = "audit",
        header = "Tell what everything that was released leaves possible for somebody who answered.",
        description = {
            "For each pulse and block: how many of the five answers to a statement an outsider cannot exclude of anybody, and"
                    + " how many a colleague cannot who knows the own answers. Under the rule banded these are at least 5 and 3.",
            "Then all figures, of statements, scales and pairs, are added and subtracted in every proportion: is any of these"
                    + " about fewer people than was promised? And does history say anything that the release rules withhold:"
                    + " of blocks, of the organisation as a whole, of noisy counts and of texts?",
            "Pulses under the rule exact show more, as was said before answering; --allow-exact passes over them.",
            "Who left a statement out is not in history: taken is that these are different people, where numbers allow it. What"
                    + " texts say is not judged."
        })
final class AuditCommand implements Callable<Integer> {
    @Mixin
    Output output = new Output();

    @Option(
            names = "--export",
            required = true,
            paramLabel = "FILE",
            description = "All of history, as history export --format ndjson")
    Path export = Path.of("history.ndjson");

    @Option(names = "--allow-exact", description = "Do not count what pulses under the rule exact show")
    boolean allowExact;

    private long events;
    private long position;

    @Override
    public Integer call() throws IOException {
        var audit = new Audit();
        long size = Files.size(export);
        try (var lines = Files.newBufferedReader(export);
                var progress = output.progress("audit", size)) {
            long read = 0;
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var event = ExportedEvent.parse(line);
                if (Audit.READ.contains(event.event().type())) {
                    audit.next(event.event().type(), event.data());
                }
                read += line.length() + 1;
                events++;
                position = event.event().position();
                progress.at(read, Math.max(size, read));
            }
            audit.end();
        } catch (HistoryIncomplete incomplete) {
            throw new WrongUse(String.valueOf(incomplete.getMessage()));
        }
        if (audit.rows().isEmpty()) {
            throw new WrongUse(
                    "No figures were released in this file: take all of history, as history export wrote it");
        }
        var counting = audit.rows().stream()
                .filter(Audit.Row::little)
                .filter(row -> !allowExact || !row.disclosure().equals("exact"))
                .toList();
        print(audit);
        output.say("%,d events up to position %d were read.", events, position);
        boolean well = counting.isEmpty() && audit.exposed().isEmpty();
        output.say(
                "%s",
                well
                        ? "Nothing that was released says more than it may."
                        : "%d blocks leave little, %d figures say what the rules withhold."
                                .formatted(counting.size(), audit.exposed().size()));
        var json = ExportedEvent.JSON
                .createObjectNode()
                .put("well", well)
                .put("events", events)
                .put("position", position);
        json.set("blocks", ExportedEvent.JSON.valueToTree(audit.rows()));
        json.set("exposed", ExportedEvent.JSON.valueToTree(audit.exposed()));
        json.put("noisyCounts", audit.noisyCounts()).put("everybody", audit.everybody());
        output.result(json);
        return well ? 0 : 1;
    }

    private void print(Audit audit) {
        output.say("%-24s %-7s %4s %8s %7s %6s  %s", "pulse", "rule", "n", "outsider", "insider", "scores", "groups");
        audit.rows()
                .forEach(row -> output.say(
                        "%-24s %-7s %4d %6d/5 %5d/5 %6s  %s%s",
                        row.pulse(),
                        row.disclosure(),
                        row.n(),
                        row.outsider(),
                        row.insider(),
                        scores(row.scores()),
                        String.join(" ", row.groups()),
                        why(row)));
        audit.disclosures()
                .forEach(rule -> output.say(
                        "At least %d/%d values are left under %s.",
                        audit.least(rule).outsider(), audit.least(rule).insider(), rule));
        output.say(
                "Everybody answered in %d of %d blocks, which their numbers show.",
                audit.everybody(), audit.rows().size());
        output.say(
                "Nobody's answers stand in more than %d noisy counts of large units (epsilon 1 each).",
                audit.noisyCounts());
        audit.exposed().forEach(found -> output.say("EXPOSED: %s", found));
    }

    /** How many of the three parts of a scale are left for an outsider and an insider. */
    private static String scores(@Nullable Left left) {
        return left == null ? "-" : left.outsider() + "/" + left.insider();
    }

    private static String why(Audit.Row row) {
        if (!row.alike().isEmpty()) {
            return "  <- all alike in " + String.join(", ", row.alike());
        }
        return row.little() ? "  <- " + row.statement() : "";
    }
}
