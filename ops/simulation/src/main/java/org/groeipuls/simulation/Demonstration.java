package org.groeipuls.simulation;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.groeipuls.api.wiring.GroeipulsServer;

/**
 * Starts a demonstration server on this computer and, the first time, lets two years of pulses happen in it.
 *
 * <p>{@code --port=8080} chooses the port, {@code --folder=data/demonstration} where its data lies; everything else is
 * handed to the server.
 */
public final class Demonstration {
    private static final String PORT = "--port=";
    private static final String FOLDER = "--folder=";

    private final int port;
    private final DemoFolder folder;
    private final List<String> forServer;

    private Demonstration(int port, DemoFolder folder, List<String> forServer) {
        this.port = port;
        this.folder = folder;
        this.forServer = List.copyOf(forServer);
    }

    /** Runs until it is stopped. */
    public static void main(String... args) {
        Instant begun = Instant.now();
        try {
            of(args).run(begun);
        } catch (IllegalStateException | IllegalArgumentException problem) {
            System.err.println("The demonstration did not start. " + problem.getMessage());
            System.exit(1);
        }
    }

    /**
     * Lets its last months happen in a fresh demonstration server, as they would have happened by {@code now}.
     *
     * @param now where the server's clock stands afterwards
     * @param pulses how many of its pulses are counted, 1 to 26
     * @return codes that are free to try: pulse, group and code, with a space between them
     */
    public static List<String> play(SurveyClient client, Instant now, int pulses) {
        return new DemoFill(client, new DemoSchedule(now))
                        .fill(DemoSchedule.COUNTED + 1 - pulses, new PrintStream(OutputStream.nullOutputStream()))
                        .unused()
                        .stream()
                        .map(free -> String.join(" ", free.pulse(), free.group(), free.code()))
                        .toList();
    }

    private static Demonstration of(String... args) {
        int port = 8080;
        Path folder = Path.of("data", "demonstration");
        List<String> rest = new ArrayList<>();
        for (String arg : args) {
            if (arg.startsWith(PORT)) {
                port = port(arg.substring(PORT.length()));
            } else if (arg.startsWith(FOLDER)) {
                folder = Path.of(arg.substring(FOLDER.length()));
            } else {
                rest.add(arg);
            }
        }
        return new Demonstration(port, new DemoFolder(folder), rest);
    }

    private static int port(String written) {
        try {
            int port = Integer.parseInt(written);
            if (port >= 1 && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException notANumber) {
            // the message below says what a port is
        }
        throw new IllegalArgumentException("--port needs a number from 1 to 65535, such as --port=8081");
    }

    private void run(Instant begun) {
        portIsFree();
        boolean filled = folder.prepare();
        // the database refuses a relative path without a leading dot
        Path data = folder.path().toAbsolutePath();
        // "store" and "vault" lie side by side, for keys never lie with the data
        List<String> settings = new ArrayList<>(List.of(
                "--groeipuls.demonstration=true",
                "--server.address=127.0.0.1",
                "--server.port=" + port,
                "--groeipuls.data=" + data.resolve("store"),
                "--groeipuls.vault=" + data.resolve("vault")));
        settings.addAll(forServer);
        var server = GroeipulsServer.start(settings.toArray(String[]::new));
        if (!filled) {
            try {
                fill();
            } catch (RuntimeException broken) {
                server.close();
                throw new IllegalStateException("Filling it broke off: " + broken.getMessage(), broken);
            }
        }
        new DemoCard(origin(), folder).print(System.out, Duration.between(begun, Instant.now()));
    }

    private void portIsFree() {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            socket.setReuseAddress(true);
        } catch (IOException taken) {
            throw new IllegalStateException(
                    "Port " + port + " is in use: stop what uses it, or choose another with --port=" + (port + 1),
                    taken);
        }
    }

    private void fill() {
        System.out.println("Two years of pulses are being played; this takes a moment.");
        var schedule = new DemoSchedule(Instant.now().truncatedTo(ChronoUnit.SECONDS));
        try (SurveyClient client = new SurveyClient(origin())) {
            var filled = new DemoFill(client, schedule).fill(System.out);
            folder.filled(filled);
        }
    }

    private URI origin() {
        return URI.create("http://localhost:" + port);
    }
}
