package org.groeipuls.analyst;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AttackCommandTest {
    @TempDir
    Path folder;

    /** A server in use: nobody here may drive its clock, and nothing is given out without a token. */
    private static HttpServer inUse() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(401, -1);
            exchange.close();
        });
        server.start();
        return server;
    }

    @Test
    void on_a_server_in_use_nothing_is_changed_and_the_report_says_what_was_not_run() throws IOException {
        var server = inUse();
        try {
            var address = "http://127.0.0.1:" + server.getAddress().getPort();

            int exit = Groeipuls.run(
                    "attack",
                    "--url",
                    address,
                    "--report",
                    folder.resolve("found.html").toString());

            assertThat(exit).isEqualTo(2);
            assertThat(Files.readString(folder.resolve("found.json")))
                    .contains("\"verdict\" : \"incomplete\"", "\"demonstration\" : false", "run it on a demonstration");
            assertThat(folder.resolve("found.html")).isNotEmptyFile();
        } finally {
            server.stop(0);
        }
    }

    @Test
    void a_server_that_does_not_answer_is_no_success() throws IOException {
        var server = inUse();
        server.stop(0);

        int exit = Groeipuls.run(
                "attack", "--url", "http://127.0.0.1:" + server.getAddress().getPort());

        assertThat(exit).isEqualTo(2);
    }
}
