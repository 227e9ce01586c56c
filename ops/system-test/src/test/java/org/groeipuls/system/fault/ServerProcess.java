package org.groeipuls.system.fault;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The real server as a process of its own, on H2 files in a folder unless it is told otherwise, to be killed and started again. */
final class ServerProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Process process;
    private final URI origin;

    private ServerProcess(Process process, URI origin) {
        this.process = process;
        this.origin = origin;
    }

    /** Starts a demonstration server on a free port of loopback and returns when it is ready. */
    static ServerProcess start(Path folder, String... more) throws Exception {
        int port = freePort();
        Path log = folder.resolve("server.log");
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx768m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "org.groeipuls.api.wiring.GroeipulsServer",
                "--groeipuls.demonstration=true",
                "--groeipuls.data=" + folder.resolve("data"),
                "--server.port=" + port));
        command.addAll(List.of(more));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        var server = new ServerProcess(process, URI.create("http://127.0.0.1:" + port));
        server.awaitReady(log);
        return server;
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0)) {
            return probe.getLocalPort();
        }
    }

    private void awaitReady(Path log) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        try (HttpClient http = HttpClient.newHttpClient()) {
            while (System.nanoTime() < end) {
                if (!process.isAlive()) {
                    break;
                }
                try {
                    var health = HttpRequest.newBuilder(origin.resolve("/actuator/health/readiness"))
                            .build();
                    if (http.send(health, BodyHandlers.discarding()).statusCode() == 200) {
                        return;
                    }
                } catch (IOException notYet) {
                    process.waitFor(50, TimeUnit.MILLISECONDS);
                }
            }
        }
        process.destroyForcibly();
        throw new IllegalStateException("The server did not get ready: " + Files.readString(log));
    }

    URI origin() {
        return origin;
    }

    /** SIGKILL: nothing in the process gets to run any more. */
    void kill() throws InterruptedException {
        process.toHandle().destroyForcibly();
        process.waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            kill();
        }
    }
}
