package org.groeipuls.analyst;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** What a command says: results on standard output, what goes on meanwhile on the other. */
final class Output {
    @Spec(Spec.Target.MIXEE)
    @Nullable
    CommandSpec spec;

    @Option(names = "--json", description = "Print the result as JSON and nothing else")
    boolean json;

    /**
     * Where a file is to be written; asked for before any work, so that none is lost.
     *
     * @throws WrongUse when there is no such folder
     */
    static Path folderOf(Path file) {
        var folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
        if (!Files.isDirectory(folder)) {
            throw new WrongUse("There is no folder " + folder);
        }
        return folder;
    }

    void say(String format, Object... values) {
        if (!json) {
            out().printf(format + "%n", values);
            out().flush();
        }
    }

    /** For whoever watches; never part of what is read by a machine. */
    void note(String text) {
        err().println(text);
        err().flush();
    }

    void line(String text) {
        out().println(text);
        out().flush();
    }

    void result(JsonNode result) {
        if (json) {
            line(result.toString());
        }
    }

    Progress progress(String what, long total) {
        return progress(what, 0, total);
    }

    /** @param done what others did before */
    Progress progress(String what, long done, long total) {
        var console = System.console();
        boolean bar = !json && console != null && console.isTerminal();
        return bar ? Progress.bar(what, done, total) : Progress.lines(what, done, total, json ? null : err());
    }

    private PrintWriter out() {
        return Objects.requireNonNull(spec).commandLine().getOut();
    }

    private PrintWriter err() {
        return Objects.requireNonNull(spec).commandLine().getErr();
    }
}
