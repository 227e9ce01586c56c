package org.groeipuls.analyst;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints the last events, and goes on with those that come. */
@Command(
        name = "tail",
        header = "Print the last events of history, and those that come.",
        description = {
            "One line for each: position, day, type and aggregate; with --json the event as it is exported.",
            "With --follow it waits for a server that is away, such as one that starts anew, and goes on after the last event"
                    + " that it printed. It ends when you stop it, or when the server says no."
        })
final class TailCommand implements Callable<Integer> {
    private static final long SOME = 10;

    @Mixin
    Connection connection = new Connection();

    @Mixin
    Output output = new Output();

    @Option(
            names = "--after",
            paramLabel = "POSITION",
            description = "Begin after this (default: the last ten positions)")
    @Nullable
    Long after;

    @Option(names = "--type", paramLabel = "EVENT", description = "Only events of this type")
    @Nullable
    String type;

    @Option(names = "--follow", description = "Go on until you stop it")
    boolean follow;

    @Option(
            names = "--interval",
            defaultValue = "2",
            paramLabel = "SECONDS",
            description = "How long to wait between two looks (${DEFAULT-VALUE})")
    int interval;

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (var server = connection.open(output)) {
            var reader = new HistoryReader(server, after == null ? nearTheEnd(server) : after, type);
            reader.read(Long.MAX_VALUE, this::print);
            server.patience(Patience.endless(output::note));
            while (follow) {
                Thread.sleep(Duration.ofSeconds(Math.max(1, interval)));
                reader.read(Long.MAX_VALUE, this::print);
            }
        }
        return 0;
    }

    private static long nearTheEnd(HistoryServer server) {
        var heads = server.get("/api/v1/history/heads?limit=1");
        return Math.max(0, heads.path("position").asLong() - SOME);
    }

    private void print(ExportedEvent exported) {
        if (output.json) {
            output.line(exported.line());
        } else {
            var event = exported.event();
            output.say(
                    "%8d  %s  %-24s %s",
                    event.position(), event.time().substring(0, 10), event.type(), event.aggregate());
        }
    }
}
