package org.groeipuls.council;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.groeipuls.anonymity.CouncilKey;
import org.groeipuls.anonymity.PublicKeys;
import org.groeipuls.ballot.BoxTerms;
import org.groeipuls.ballot.CouncilBatch;
import org.groeipuls.ballot.CouncilShare;
import org.groeipuls.ballot.OuterLayer;
import org.groeipuls.ballot.PublishedTerms;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** What the works council does for a pulse with two layers: {@code key}, {@code check}, {@code open}. */
@Command(
        name = "council",
        mixinStandardHelpOptions = true,
        description = {
            "The works council's part of a pulse with two layers. Run it on the council's own computer.",
            "key before the pulse is issued, check once it is, open after it has closed and within 14 days."
        })
public final class CouncilCommand {
    @Spec
    @Nullable
    CommandSpec spec;

    @Command(description = "Make the key of a pulse that is not issued yet, and give its public half to the server.")
    int key(
            @Option(names = "--url", required = true, description = URL) URI url,
            @Option(names = "--token-file", required = true, description = TOKEN) Path token,
            @Option(names = "--pulse", required = true, description = PULSE) String pulse,
            @Option(names = "--key", required = true, description = "Where the key is kept; made now") Path key,
            @Option(
                            names = "--again",
                            description = "Give the key that is in the file already: the last reply was lost")
                    boolean again) {
        var file = new KeyFile(key);
        String signIn = read(token);
        CouncilKey made = again ? file.read() : file.create(CouncilKey.generate());
        try (var server = new CouncilServer(url, signIn)) {
            server.put(
                    pulse,
                    "/council-key",
                    Map.of("publicKey", Base64.getEncoder().encodeToString(made.publicKey())));
        } catch (CouncilStopped stopped) {
            if (stopped instanceof CouncilStopped.Refused && !again) {
                file.destroy();
                throw stopped;
            }
            throw new CouncilStopped(
                    stopped.getMessage() + ". The key is kept in " + key + ", for the server may have its public half:"
                            + " run the same again with --again",
                    stopped);
        }
        say("%s the key of pulse %s in %s.", again ? "Gave" : "Made", pulse, key);
        say("Its fingerprint: %s", PublicKeys.fingerprint(made.publicKey()));
        say("Whoever has that file can take your layer off. Without it the pulse cannot be counted.");
        return 0;
    }

    @Command(
            description = "Look at what was frozen: rules, keys, groups, and whether the list of people is the one that"
                    + " was promised.")
    int check(
            @Option(names = "--url", required = true, description = URL) URI url,
            @Option(names = "--token-file", required = true, description = TOKEN) Path token,
            @Option(names = "--pulse", required = true, description = PULSE) String pulse,
            @Option(names = "--key", description = "The file of `council key`, if the pulse has two layers") @Nullable
                    Path key) {
        try (var server = new CouncilServer(url, read(token))) {
            var check = new FrozenCheck(server, pulse, key == null ? null : new KeyFile(key).read());
            check.lines().forEach(line -> say("%s", line));
            return check.sound() ? 0 : 1;
        }
    }

    @Command(
            description = "Take the layer off the ballots of a closed pulse, drop the tickets, shuffle, give them back,"
                    + " and destroy the key.")
    int open(
            @Option(names = "--url", required = true, description = URL) URI url,
            @Option(names = "--token-file", required = true, description = TOKEN) Path token,
            @Option(names = "--pulse", required = true, description = PULSE) String pulse,
            @Option(names = "--key", required = true, description = "The file of `council key`") Path key,
            @Option(names = "--keep-key", description = "Do not destroy the key afterwards") boolean keep) {
        var file = new KeyFile(key);
        try (var server = new CouncilServer(url, read(token))) {
            JsonNode published = server.get(pulse, "");
            giveBack(server, pulse, "/shares", PublishedTerms.read(published), file.read());
            Optional<BoxTerms> texts = PublishedTerms.texts(published);
            if (texts.isPresent()) {
                giveBack(server, pulse, "/shares/texts", texts.get(), file.read());
            }
        } catch (OuterLayer.TooManyBallots | IllegalArgumentException notSound) {
            throw new CouncilStopped(Objects.requireNonNullElse(notSound.getMessage(), "Not sound"), notSound);
        }
        if (!keep) {
            file.destroy();
            say("Destroyed the key.");
        }
        return 0;
    }

    private void giveBack(CouncilServer server, String pulse, String part, BoxTerms terms, CouncilKey key) {
        var batch = server.get(pulse, part);
        List<byte[]> ballots = new ArrayList<>();
        batch.path("ballots").forEach(ballot -> ballots.add(Base64.getDecoder().decode(ballot.asString())));
        Map<String, String> codes = new TreeMap<>();
        batch.path("codes").forEachEntry((hash, group) -> codes.put(hash, group.asString()));
        CouncilShare share =
                OuterLayer.remove(terms, new CouncilBatch(terms.pulse(), ballots, codes), key, new SecureRandom());
        server.post(pulse, part, Map.of("groups", encoded(share), "rejected", share.rejected()));
        say(
                "Gave %d sheets of %d %s back, without tickets.",
                share.sheets(), share.groups().size(), part.equals("/shares") ? "groups" : "units that write");
        say("Dropped because ticket or signature was not valid: %d", share.rejected());
    }

    private static Map<String, List<String>> encoded(CouncilShare share) {
        Map<String, List<String>> groups = new TreeMap<>();
        share.groups()
                .forEach((group, sheets) -> groups.put(
                        group,
                        sheets.stream().map(Base64.getEncoder()::encodeToString).toList()));
        return groups;
    }

    private static String read(Path token) {
        try {
            return Files.readString(token).strip();
        } catch (IOException unreadable) {
            throw new CouncilStopped("The token cannot be read from " + token, unreadable);
        }
    }

    private void say(String line, Object... values) {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        out.println(line.formatted(values));
        out.flush();
    }

    private static final String URL = "The server, such as https://pulse.example.org";
    private static final String TOKEN = "A file with a token of the role works-council";
    private static final String PULSE = "Id of the pulse";
}
