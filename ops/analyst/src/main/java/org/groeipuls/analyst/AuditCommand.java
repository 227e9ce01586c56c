package org.groeipuls.analyst;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Callable;
import org.groeipuls.attack.Audit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tells what everything that was released leaves possible for anybody who answered. */
@Command(
        name = "audit",
        header = "Tell what everything that was released leaves possible for somebody who answered.",
        description = {
            "For each pulse and block: how many of the five answers an outsider cannot exclude of anybody, and how many a"
                    + " colleague cannot who knows the own answer. Under the rule banded these are at least 5 and 3.",
            "Then all figures are added and subtracted in every proportion: is any of these about fewer than five people?",
            "Pulses under the rule exact show more, as was said before answering; --allow-exact passes over them.",
            "Judged are the figures of blocks. Pairs of scales, distributions of the whole organisation and texts are not; what"
                    + " can be made of those is tried by the attacks that come along."
        })
final class AuditCommand implements Callable<Integer> {
    private static final Set<String> READ = Set.of("PulseIssued", "BlockReleased");

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

    @Override
    public Integer call() throws IOException {
        var audit = new Audit();
        long size = Files.size(export);
        try (var lines = Files.newBufferedReader(export);
                var progress = output.progress("audit", size)) {
            long read = 0;
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var event = ExportedEvent.parse(line);
                if (READ.contains(event.event().type())) {
                    audit.next(event.event().type(), event.data());
                }
                read += line.length() + 1;
                progress.at(read, Math.max(size, read));
            }
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
        boolean well = counting.isEmpty() && audit.exposed().isEmpty();
        output.say(
                "%s",
                well
                        ? "Nothing that was released says more than it may."
                        : "%d blocks leave little, %d figures are about too few people."
                                .formatted(counting.size(), audit.exposed().size()));
        var json = ExportedEvent.JSON.createObjectNode().put("well", well);
        json.set("blocks", ExportedEvent.JSON.valueToTree(audit.rows()));
        json.set("exposed", ExportedEvent.JSON.valueToTree(audit.exposed()));
        output.result(json);
        return well ? 0 : 1;
    }

    private void print(Audit audit) {
        output.say("%-24s %-7s %4s %8s %7s  %s", "pulse", "rule", "n", "outsider", "insider", "groups");
        audit.rows()
                .forEach(row -> output.say(
                        "%-24s %-7s %4d %6d/5 %5d/5  %s%s",
                        row.pulse(),
                        row.disclosure(),
                        row.n(),
                        row.outsider(),
                        row.insider(),
                        String.join(" ", row.groups()),
                        row.little() ? "  <- " + row.statement() : ""));
        audit.disclosures()
                .forEach(rule -> output.say("At least %s values are left under %s.", audit.least(rule), rule));
        audit.exposed().forEach(found -> output.say("EXPOSED: %s", found));
    }
}
