package org.groeipuls.api.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Locale;
import java.util.Map;

/** A mail server on loopback that answers to each order what a test wants; anything else is fine with it. */
final class ScriptedMailServer implements AutoCloseable {
    private final ServerSocket socket;
    private final Map<String, String> answers;

    /** @param answers by the beginning of the order, in capitals; empty: it hangs up */
    ScriptedMailServer(Map<String, String> answers) throws IOException {
        this.answers = answers;
        this.socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return socket.getLocalPort();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (var caller = socket.accept()) {
                talk(caller);
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void talk(Socket caller) throws IOException {
        var in = new BufferedReader(new InputStreamReader(caller.getInputStream(), UTF_8));
        say(caller, "220 test");
        boolean inData = false;
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            if (inData) {
                inData = !line.equals(".");
                if (!inData) {
                    say(caller, answers.getOrDefault(".", "250 ok"));
                }
                continue;
            }
            var order = line.toUpperCase(Locale.ROOT);
            var answer = answers.entrySet().stream()
                    .filter(known -> order.startsWith(known.getKey()))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse(order.startsWith("DATA") ? "354 go on" : order.startsWith("QUIT") ? "221 bye" : "250 ok");
            if (answer.isEmpty()) {
                return;
            }
            say(caller, answer);
            inData = answer.startsWith("354");
        }
    }

    private static void say(Socket caller, String line) throws IOException {
        caller.getOutputStream().write((line + "\r\n").getBytes(UTF_8));
        caller.getOutputStream().flush();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
