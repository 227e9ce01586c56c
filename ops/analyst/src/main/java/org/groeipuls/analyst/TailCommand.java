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
        description = "One line for each: position, day, type and aggregate; with --json the event as it is exported.")
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
        try (var server = connection.open()) {
            var reader = new HistoryReader(server);
            var asked = after;
            long at = asked == null
                    ? Math.max(
                            0,
                            server.get("/api/v1/history/heads?limit=1")
                                            .path("position")
                                            .asLong()
                                    - SOME)
                    : asked;
            at = reader.read(at, Long.MAX_VALUE, type, this::print);
            while (follow) {
                Thread.sleep(Duration.ofSeconds(Math.max(1, interval)));
                at = reader.read(at, Long.MAX_VALUE, type, this::print);
            }
        }
        return 0;
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
