package org.groeipuls.analyst;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.groeipuls.tree.HeadKey;
import org.groeipuls.tree.Proofs;
import org.groeipuls.tree.SignedHead;
import org.groeipuls.tree.TreeHash;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;

/** Looks a server over as somebody can who has no way into it. */
@Command(
        name = "doctor",
        header = "Look a server over: is it well, and is its history whole?",
        description =
                "Asks for its health, its version, its clock, the signed heads of its history and the proof that the"
                        + " newest follows on the one before. Says of everything that is not well what to do.")
final class DoctorCommand implements Callable<Integer> {
    private static final String INTERFACE = "1";
    private static final Duration SKEW = Duration.ofSeconds(30);
    private static final int DAYS = 2;

    @Mixin
    Connection connection = new Connection();

    @Mixin
    Output output = new Output();

    /** One thing that was looked at. */
    private record Finding(String what, boolean well, String said) {}

    private final List<Finding> findings = new ArrayList<>();

    @Override
    public Integer call() throws IOException {
        try (var server = connection.open(output)) {
            var health = server.answer("/actuator/health");
            add(
                    "health",
                    health.statusCode() == 200,
                    health.statusCode() == 200 ? "up" : "not up; see the server's log");
            clock(health);
            var description = server.answer("/api/v1/openapi");
            version(description);
            try {
                history(server);
            } catch (Unreachable | WrongUse no) {
                add("history", false, String.valueOf(no.getMessage()));
            }
        }
        var list = ExportedEvent.JSON.createArrayNode();
        for (var finding : findings) {
            output.say("%-10s %-5s %s", finding.what(), finding.well() ? "ok" : "WRONG", finding.said());
            list.addObject()
                    .put("what", finding.what())
                    .put("well", finding.well())
                    .put("said", finding.said());
        }
        boolean well = findings.stream().allMatch(Finding::well);
        output.result(ExportedEvent.JSON.createObjectNode().put("well", well).set("findings", list));
        return well ? 0 : 1;
    }

    private void add(String what, boolean well, String said) {
        findings.add(new Finding(what, well, said));
    }

    private void clock(HttpResponse<InputStream> answer) throws IOException {
        answer.body().close();
        var date = answer.headers().firstValue("Date");
        try {
            var there = ZonedDateTime.parse(date.orElse(""), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            var apart = Duration.between(there, Instant.now()).abs();
            add(
                    "clock",
                    apart.compareTo(SKEW) <= 0,
                    apart.toSeconds() + " s from this computer's"
                            + (apart.compareTo(SKEW) <= 0 ? "" : "; let both follow a time server"));
        } catch (DateTimeParseException none) {
            add("clock", false, "the server does not say what time it is");
        }
    }

    private void version(HttpResponse<InputStream> answer) throws IOException {
        try (var body = answer.body()) {
            body.transferTo(java.io.OutputStream.nullOutputStream());
        }
        var offered = answer.headers().firstValue("API-Version").orElse("unknown");
        add(
                "version",
                offered.equals(INTERFACE),
                "interface " + offered
                        + (offered.equals(INTERFACE) ? "" : ", this command knows " + INTERFACE + ": take its own"));
    }

    private void history(HistoryServer server) {
        var answer = server.get("/api/v1/history/heads?limit=2");
        var fault = answer.path("fault").asString("");
        add("history", fault.isEmpty(), fault.isEmpty() ? answer.path("size").asLong() + " events" : fault);
        var key = HeadKey.parse(
                server.get("/api/v1/history/heads/key").path("publicKey").asString());
        List<SignedHead> heads =
                answer.path("heads").valueStream().map(HeadFiles::head).toList();
        if (heads.isEmpty()) {
            add("heads", false, "nothing was signed yet; it is once a day, or by groeipuls history sign");
            return;
        }
        var newest = heads.getFirst();
        long old = ChronoUnit.DAYS.between(newest.day(), LocalDate.now(java.time.ZoneOffset.UTC));
        boolean signed = heads.stream().allMatch(head -> head.signedBy(key));
        add(
                "heads",
                signed && old <= DAYS,
                "newest of " + newest.day() + ", " + newest.size() + " events"
                        + (signed ? "" : "; not signed by the key that the server shows")
                        + (old <= DAYS ? "" : "; see in the server's log why no later one was signed"));
        if (heads.size() == 2) {
            follows(server, heads.getLast(), newest);
        }
    }

    private void follows(HistoryServer server, SignedHead older, SignedHead newer) {
        if (older.size() == 0 || older.size() > newer.size()) {
            return;
        }
        JsonNode proof = server.get("/api/v1/history/proofs?from=" + older.size() + "&to=" + newer.size());
        boolean holds = Proofs.consistent(
                older.size(),
                TreeHash.parse(older.root()),
                newer.size(),
                TreeHash.parse(newer.root()),
                proof.path("path")
                        .valueStream()
                        .map(hash -> TreeHash.parse(hash.asString()))
                        .toList());
        add(
                "proof",
                holds,
                holds
                        ? "the newest head follows on the one of " + older.day()
                        : "the newest head does not follow on the one of " + older.day() + ": history was changed");
    }
}
