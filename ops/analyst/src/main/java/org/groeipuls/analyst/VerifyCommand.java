package org.groeipuls.analyst;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.groeipuls.tree.HeadKey;
import org.groeipuls.tree.HistoryCheck;
import org.groeipuls.tree.Proofs;
import org.groeipuls.tree.SignedHead;
import org.groeipuls.tree.TreeHash;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tells whether history is what was signed. */
@Command(
        name = "verify",
        header = "Tell whether history is what was signed.",
        description = {
            "With --export no server is asked: every event of the file is hashed and the tree held against each head. Any"
                    + " change, deletion, insertion or exchange is found, and so is what is missing at the end.",
            "Without --export the server reads all of history, up to a minute for each million events, and has to prove that"
                    + " it begins with the one of each head.",
            "Keep heads and key somewhere else than the server; what lies beside history can be changed with it."
        })
final class VerifyCommand implements Callable<Integer> {
    @Mixin
    Connection connection = new Connection();

    @Mixin
    Output output = new Output();

    @Option(names = "--export", paramLabel = "FILE", description = "All of history, as history export --format ndjson")
    @Nullable
    Path export;

    @Option(
            names = "--head",
            required = true,
            paramLabel = "FILE",
            description =
                    "A head that somebody kept; may be repeated, an older one shows that nothing was changed since")
    List<Path> heads = new ArrayList<>();

    @Option(
            names = "--key",
            required = true,
            paramLabel = "KEY",
            description = "The public key: a file, or the key itself in base64")
    String key = "";

    @Override
    public Integer call() throws IOException {
        var publicKey = HeadFiles.key(key);
        var kept = HeadFiles.heads(heads);
        List<String> faults = new ArrayList<>();
        long events = export == null ? proven(kept, publicKey, faults) : recounted(export, kept, publicKey, faults);
        long signed = kept.stream().mapToLong(SignedHead::size).max().orElse(0);
        faults.forEach(fault -> output.say("DIFFERENT: %s", fault));
        if (faults.isEmpty()) {
            output.say("History is what was signed, by each of %d heads.", kept.size());
            if (signed < events) {
                output.say(
                        "%,d of %,d events lie under these heads; of what came later they say nothing.",
                        signed, events);
            }
        }
        output.result(ExportedEvent.JSON
                .createObjectNode()
                .put("heads", kept.size())
                .put("events", events)
                .put("signed", Math.min(signed, events))
                .put("same", faults.isEmpty())
                .set("faults", ExportedEvent.JSON.valueToTree(faults)));
        return faults.isEmpty() ? 0 : 1;
    }

    private long recounted(Path file, List<SignedHead> kept, HeadKey publicKey, List<String> faults)
            throws IOException {
        var check = new HistoryCheck(kept, publicKey);
        long events = kept.stream().mapToLong(SignedHead::size).max().orElse(0);
        try (var lines = Files.newBufferedReader(file);
                var progress = output.progress("verify", events)) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var event = ExportedEvent.parse(line);
                if (!event.asWritten()) {
                    throw new WrongUse("Not as the server writes it");
                }
                check.next(event.event(), event.salt());
                progress.at(check.size(), Math.max(events, check.size()));
            }
        } catch (WrongUse | CharacterCodingException broken) {
            faults.add("Line " + (check.size() + 1) + " is not as it was exported");
        }
        check.end().forEach(fault -> faults.add(fault.what()));
        output.say("%,d events up to position %d, root %s", check.size(), check.position(), check.root());
        return check.size();
    }

    private long proven(List<SignedHead> kept, HeadKey publicKey, List<String> faults) {
        try (var server = connection.open(output)) {
            try {
                return proven(server, HeadFiles.head(server.sign()), kept, publicKey, faults);
            } catch (HistoryServer.Refused refused) {
                if (!refused.by("history-differs")) {
                    throw refused;
                }
                var known = server.get("/api/v1/history/heads?limit=1");
                faults.add(known.path("fault").asString(refused.getMessage()));
                return known.path("size").asLong();
            }
        }
    }

    private static long proven(
            HistoryServer server, SignedHead newest, List<SignedHead> kept, HeadKey publicKey, List<String> faults) {
        if (!newest.signedBy(publicKey)) {
            faults.add("The server signs with another key: " + newest.key());
        }
        for (var head : kept) {
            if (!head.signedBy(publicKey)) {
                faults.add("The head of " + head.day() + " is not signed by the key " + publicKey.fingerprint());
            } else if (head.size() > newest.size()) {
                faults.add("The server has " + newest.size() + " events; " + head.size() + " were signed on "
                        + head.day());
            } else if (head.size() > 0 && !follows(server, head, newest)) {
                faults.add(
                        "History does not begin with the " + head.size() + " events that were signed on " + head.day());
            }
        }
        return newest.size();
    }

    private static boolean follows(HistoryServer server, SignedHead head, SignedHead newest) {
        var proof = server.get("/api/v1/history/proofs?from=" + head.size() + "&to=" + newest.size());
        var path = proof.path("path")
                .valueStream()
                .map(hash -> TreeHash.parse(hash.asString()))
                .toList();
        return Proofs.consistent(
                head.size(), TreeHash.parse(head.root()), newest.size(), TreeHash.parse(newest.root()), path);
    }
}
