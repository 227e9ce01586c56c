package org.groeipuls.attack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.groeipuls.anonymity.BoxKey;
import org.groeipuls.anonymity.FileVault;
import org.groeipuls.anonymity.KeyLost;
import org.groeipuls.anonymity.Sealing;
import org.groeipuls.ballot.BoxTerms;

/**
 * Tries to open copies of all ballots that were taken while the box was open, with every key that is left after the
 * count, and looks for remains of the pulse's own keys in all files.
 */
final class DeadCiphertexts implements Attack<Evidence> {
    private static final int HEAD = 32;

    @Override
    public String key() {
        return "dead-ciphertexts";
    }

    @Override
    public boolean changes() {
        return true;
    }

    @Override
    public Finding on(Evidence evidence) {
        var notes = new Notes();
        var terms = evidence.terms();
        var box = evidence.box()
                .orElseThrow(() -> new AttackNotRun("No open box was found in the copies: see that the places named are"
                        + " those of this server"));
        if (terms == null) {
            throw new AttackNotRun("The pulse does not say how its ballots are sealed");
        }
        var left = keys(evidence.after().vault());
        int opened = tried(evidence, terms, box, left, notes);
        var texts = evidence.box(evidence.textTerms());
        if (evidence.textTerms() != null && texts.isPresent()) {
            opened += tried(evidence, evidence.textTerms(), texts.get(), left, notes);
            notes.number("text-ciphertexts", texts.get().ballots().size());
        }
        remains(evidence, box, notes);
        notes.number("ciphertexts", box.ballots().size());
        notes.number("opened-before", box.ballots().size());
        notes.number("opened-after", opened);
        notes.number("keys-left", left.size());
        notes.number("files", evidence.after().files());
        notes.number("megabytes", evidence.after().megabytes());
        return notes.finding();
    }

    /** How many ballots of one box can still be opened; with the keys from before all can. */
    private static int tried(Evidence evidence, BoxTerms terms, Evidence.OpenBox box, List<BoxKey> left, Notes notes) {
        var sealing = terms.sealing();
        if (opened(sealing, keys(evidence.open().vault()), box.ballots(), notes)
                != box.ballots().size()) {
            throw new AttackNotRun("Not even the pulse's own key opens its ballots: it would open nothing");
        }
        int after = opened(sealing, left, box.ballots(), notes);
        notes.expect(after == 0, after + " ballots can still be opened with what is left in the vault");
        return after;
    }

    private static List<BoxKey> keys(Path vault) {
        var folder = FileVault.at(vault);
        return folder.pulses().stream()
                .flatMap(pulse -> {
                    try {
                        return Optional.of(folder.boxKey(pulse)).stream();
                    } catch (KeyLost unreadable) {
                        return Optional.<BoxKey>empty().stream();
                    }
                })
                .toList();
    }

    private static int opened(Sealing sealing, List<BoxKey> keys, List<byte[]> ballots, Notes notes) {
        int opened = 0;
        for (var ballot : ballots) {
            for (var key : keys) {
                notes.tried();
                opened += key.council()
                                .flatMap(council -> sealing.openOuter(council, ballot))
                                .flatMap(outer -> sealing.openInner(key, outer.group(), outer.inner()))
                                .isPresent()
                        ? 1
                        : 0;
            }
        }
        return opened;
    }

    private static void remains(Evidence evidence, Evidence.OpenBox box, Notes notes) {
        var needles = new Needles();
        VaultSecrets.of(evidence.open().vault(), evidence.pulse())
                .forEach(secret -> needles.add("a key of the pulse", 0, secret));
        for (int i = 0; i < box.ballots().size(); i++) {
            needles.add("ballot", i, Arrays.copyOf(box.ballots().get(i), HEAD));
        }
        Set<Integer> remnants = new TreeSet<>();
        for (var source : sources(evidence.after())) {
            for (var hit : source.search(needles)) {
                if (hit.needle().kind().equals("ballot")) {
                    remnants.add(hit.needle().person());
                } else {
                    notes.succeeded("a key of the pulse is left in " + source.name());
                }
            }
            notes.tried();
        }
        notes.number("remnants", remnants.size());
    }

    private static List<Copies.Source> sources(Copies copies) {
        List<Copies.Source> sources = new java.util.ArrayList<>(copies.sources());
        try (var files = Files.walk(copies.vault())) {
            files.filter(Files::isRegularFile)
                    .forEach(file -> sources.add(new Copies.Source("the vault", () -> Files.newInputStream(file))));
        } catch (IOException failed) {
            throw new UncheckedIOException("The copy of the vault cannot be read", failed);
        }
        return sources;
    }
}
