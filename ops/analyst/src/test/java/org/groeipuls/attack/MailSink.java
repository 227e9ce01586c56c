package org.groeipuls.attack;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A mail server on loopback that takes everything and keeps it in the order in which it came. */
final class MailSink implements AutoCloseable {
    private final ServerSocket socket;
    private final List<TakenLetter> letters = new ArrayList<>();

    MailSink() throws IOException {
        this.socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    /** What a server has to know to send letters here. */
    List<String> settings() {
        return List.of(
                "--spring.mail.host=127.0.0.1",
                "--spring.mail.port=" + socket.getLocalPort(),
                "--groeipuls.mail.from=pulse@city.example",
                "--groeipuls.mail.base-url=https://pulse.city.example",
                "--groeipuls.tick=200ms",
                "--db-scheduler.polling-interval=200ms");
    }

    synchronized List<TakenLetter> letters() {
        return List.copyOf(letters);
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
        say(caller, "220 sink");
        var recipient = "";
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            var order = line.toUpperCase(Locale.ROOT);
            if (order.startsWith("RCPT")) {
                recipient = line.substring(line.indexOf('<') + 1, line.indexOf('>'));
            }
            if (order.startsWith("DATA")) {
                say(caller, "354 go on");
                keep(new TakenLetter(recipient, message(in)));
            }
            say(caller, order.startsWith("QUIT") ? "221 bye" : "250 ok");
        }
    }

    private static String message(BufferedReader in) throws IOException {
        var message = new StringBuilder();
        for (var line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            // lines that were folded to fit, as quoted-printable does, are put together again
            message.append(line.endsWith("=") ? line.substring(0, line.length() - 1) : line + "\n");
        }
        return message.toString();
    }

    private synchronized void keep(TakenLetter letter) {
        letters.add(letter);
    }

    private static void say(Socket caller, String line) throws IOException {
        caller.getOutputStream().write((line + "\r\n").getBytes(UTF_8));
        caller.getOutputStream().flush();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
