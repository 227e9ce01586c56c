package org.groeipuls.analyst;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Callable;
import org.groeipuls.attack.Api;
import org.groeipuls.attack.Places;
import org.groeipuls.attack.Report;
import org.groeipuls.attack.ReportPage;
import org.groeipuls.attack.Result;
import org.groeipuls.attack.Staging;
import org.groeipuls.attack.Suite;
import org.groeipuls.attack.Texts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Attacks a server and says what came of it. */
@Command(
        name = "attack",
        mixinStandardHelpOptions = true,
        description = {
            "Tries to find answers out, and reports what came of it.",
            "On a demonstration all attacks are run; on a server in use only those that change nothing.",
            "An attack that could not be run is no attack that failed."
        },
        exitCodeListHeading = "%nEXIT STATUS%n",
        exitCodeList = {
            "0:all attacks failed",
            "1:one succeeded",
            "2:not all could be run, because the server does not answer or for another reason that is told"
        })
final class AttackCommand implements Callable<Integer> {
    @Spec
    @Nullable
    CommandSpec spec;

    @Option(names = "--url", required = true, description = "The server, such as http://localhost:8080")
    URI url = URI.create("http://localhost:8080");

    @Option(names = "--report", description = "Write the report here: NAME.html and NAME.json")
    @Nullable
    Path report;

    @Option(
            names = "--tokens",
            description = "A file with a line ROLE=TOKEN for each role that may be used; a demonstration needs none")
    @Nullable
    Path tokens;

    @Option(
            names = "--data",
            description = "A folder that somebody with access to the disks could copy: data, logs, temporary files,"
                    + " PostgreSQL's own; may be repeated. With --vault the attacks on stores are run too.")
    List<Path> data = new ArrayList<>();

    @Option(names = "--vault", description = "The server's folder of keys")
    @Nullable
    Path vault;

    @Option(names = "--jdbc", description = "The address of a PostgreSQL database of the server; may be repeated")
    List<String> jdbc = new ArrayList<>();

    @Option(names = "--full", description = "Every attack at full strength: minutes instead of seconds")
    boolean full;

    @Option(names = "--json", description = "Print the report as JSON")
    boolean json;

    @Override
    public Integer call() throws IOException {
        if (report != null) {
            Output.folderOf(report);
        }
        try (var api = new Api(url, given())) {
            List<Report.Run> runs = new ArrayList<>();
            var results = Suite.onServer(full).run(api, api.demonstration(), this::told);
            runs.add(new Report.Run("", api.version(), api.demonstration(), results));
            if (vault != null && api.demonstration()) {
                var places = new Places(data, vault, jdbc);
                for (boolean blind : List.of(true, false)) {
                    runs.add(new Report.Run(
                            blind ? "blind" : "links", api.version(), true, onStores(api, places, blind)));
                }
            }
            var done = new Report(LocalDate.now(java.time.ZoneId.systemDefault()), runs, Map.of());
            write(done);
            return done.verdict().exitCode();
        }
    }

    private List<Result> onStores(Api api, Places places, boolean blind) throws IOException {
        var work = Files.createTempDirectory("groeipuls-attack");
        try {
            var staging = new Staging(api, places, work);
            var results = Suite.onStores().staged(() -> staging.stage(blind), this::told);
            if (blind) {
                results.addAll(Suite.onTwoLayers().staged(staging::stageTwoLayers, this::told));
            }
            return results;
        } finally {
            delete(work);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private void told(Result result) {
        if (!json) {
            var texts = new Texts("en");
            out().printf("%-16s %s%n", result.finding().outcome().word(), texts.of(result.key() + ".name"));
            result.finding().evidence().forEach(found -> out().println("                 " + found));
            var reason = result.finding().reason();
            if (reason != null) {
                out().println("                 " + reason);
            }
            out().flush();
        }
    }

    private void write(Report done) throws IOException {
        if (json) {
            out().print(done.json());
        } else {
            var texts = new Texts("en");
            out().println(texts.of("verdict." + done.verdict().name().toLowerCase(java.util.Locale.ROOT)));
            if (!done.notRun().isEmpty()) {
                out().println(texts.notRun(done.notRun()));
            }
        }
        out().flush();
        if (report != null) {
            Files.writeString(named(report, ".html"), ReportPage.of(done));
            Files.writeString(named(report, ".json"), done.json());
        }
    }

    private static Path named(Path report, String ending) {
        var name = report.getFileName().toString().replaceFirst("\\.(html|json)$", "");
        return report.resolveSibling(name + ending);
    }

    private Map<String, String> given() throws IOException {
        Map<String, String> given = new HashMap<>();
        if (tokens != null) {
            var lines = new Properties();
            try (var reader = Files.newBufferedReader(tokens)) {
                lines.load(reader);
            }
            lines.forEach((role, token) -> given.put(role.toString(), token.toString()));
        }
        return given;
    }

    private PrintWriter out() {
        return java.util.Objects.requireNonNull(spec).commandLine().getOut();
    }
}
