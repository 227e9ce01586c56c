package org.groeipuls.anonymity;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.groeipuls.anonymity.VaultFolder.Generation;
import org.jspecify.annotations.Nullable;

/**
 * A vault in a folder: one file per pulse, encrypted with AES-256-GCM under a vault key that lies beside them. All of
 * it stands in a generation folder to which {@code CURRENT} points; destroying writes the next generation under a new
 * vault key, turns the pointer in one atomic step, and unlinks the old generation. What a crash left over is cleared
 * away before the next access.
 *
 * <pre>
 * CURRENT          name of the generation in force
 * identity         tells this vault from every other; nothing secret
 * lock             held by whoever reads or writes, between threads and processes
 * g-7/vault.key    32 random bytes, as they are or wrapped by a key that lies elsewhere
 * g-7/NAME.sealed  NAME = the box's id, or percent-encoded kept: and the pulse's id for the key of its released texts,
 *                  mail: and the pulse's id for the key of its mailed links, own: and what for, mirror: and the id of the
 *                  key of a lead's own answers
 * </pre>
 */
public final class FileVault implements Vault {
    private static final String OWN = "own:";

    private final VaultFolder folder;
    private final SecureRandom chance = new SecureRandom();
    private final AtomicReference<Signers> signers = new AtomicReference<>(Signers.NONE);

    private FileVault(VaultFolder folder) {
        this.folder = folder;
    }

    /**
     * Opens the vault in this folder, or founds one; clears away what a crash left over.
     *
     * @throws java.io.UncheckedIOException when the folder cannot be written
     */
    public static FileVault at(Path folder) {
        return at(folder, KeyEncryption.none());
    }

    /**
     * As {@link #at(Path)}, with the vault key wrapped.
     *
     * @throws KeyLost when the vault was founded with another wrapping
     */
    public static FileVault at(Path folder, KeyEncryption keyEncryption) {
        return at(folder, keyEncryption, step -> {});
    }

    /** @param steps told before each step that changes the disk; tests stop it there */
    static FileVault at(Path folder, KeyEncryption keyEncryption, Consumer<String> steps) {
        FileVault vault = new FileVault(new VaultFolder(folder, keyEncryption, steps));
        vault.folder.open();
        return vault;
    }

    @Override
    public String identity() {
        return folder.require();
    }

    /** The keys of released texts, which lie in the same folder. */
    public TextKeys textKeys() {
        return FileTextKeys.ofTexts(folder);
    }

    /** The keys under which personal links lie until they are mailed for the last time, in the same folder. */
    public TextKeys mailKeys() {
        return FileTextKeys.ofMail(folder);
    }

    /** The server's own key for a purpose, made when there is none; on disk and synced when it returns. */
    public OwnKey ownKey(String purpose) {
        return folder.locked(generation -> generation
                .read(OWN + purpose)
                .map(OwnKey::new)
                .orElseGet(() -> {
                    byte[] key = new byte[TextKey.LENGTH];
                    chance.nextBytes(key);
                    generation.write(OWN + purpose, key);
                    return new OwnKey(key);
                }));
    }

    /** The keys of leads' own answers, which lie in the same folder. */
    public MirrorKeys mirrorKeys() {
        return new FileMirrorKeys(folder);
    }

    @Override
    public Established establish(String pulse, Needed needed) {
        SortedSet<String> missing = new TreeSet<>(needed.ticketGroups());
        folder.locked(generation -> read(generation, pulse))
                .ifPresent(there -> missing.removeAll(there.tickets().keySet()));
        // made outside the lock, for RSA keys take their time; whoever comes first is the one whose keys are kept
        SortedMap<String, TicketSigningKey> tickets = new TreeMap<>(missing.parallelStream()
                .collect(Collectors.toMap(group -> group, group -> TicketSigningKey.generate(chance))));
        return folder.locked(generation -> {
            Optional<PulseSecrets> there = read(generation, pulse);
            there.ifPresent(secrets -> requireCouncil(pulse, secrets.boxKey(), needed));
            PulseSecrets secrets = there.orElseGet(() -> fresh(needed)).with(tickets);
            if (there.isEmpty() || !there.get().tickets().keySet().containsAll(tickets.keySet())) {
                generation.write(pulse, secrets.encoded());
            }
            return secrets.published();
        });
    }

    private static void requireCouncil(String pulse, BoxKey key, Needed needed) {
        boolean same = needed.council()
                .map(wanted -> key.council().isEmpty()
                        && Arrays.equals(wanted, key.publicKeys().council()))
                .orElse(key.council().isPresent());
        if (!same) {
            throw new CouncilKeyDiffers(pulse);
        }
    }

    @Override
    public Optional<PublicKeys> publicKeys(String pulse) {
        return folder.locked(generation -> read(generation, pulse))
                .map(secrets -> secrets.boxKey().publicKeys());
    }

    @Override
    public BoxSecret boxSecret(String pulse) {
        return boxKey(pulse).boxSecret();
    }

    @Override
    public BoxKey boxKey(String pulse) {
        return folder.locked(generation -> read(generation, pulse))
                .orElseThrow(() -> lost(pulse))
                .boxKey();
    }

    private static KeyLost lost(String pulse) {
        return new KeyLost("The vault has no key of pulse " + pulse
                + ". Check that this node is given the shared vault folder; if the key was destroyed or is"
                + " lost, cancel the pulse: its ballots cannot be opened any more");
    }

    @Override
    public byte[] sign(String pulse, String group, byte[] blindedMessage) {
        TicketSigningKey key = signingKeys(pulse).get(group);
        if (key == null) {
            throw new IllegalArgumentException("Pulse " + pulse + " signs no tickets of this group");
        }
        return key.sign(blindedMessage);
    }

    /** Read anew after any pulse was forgotten, by whichever node: then another generation is in force. */
    private SortedMap<String, TicketSigningKey> signingKeys(String pulse) {
        SortedMap<String, TicketSigningKey> known = remembered().pulses().get(pulse);
        if (known != null) {
            return known;
        }
        return folder.locked(generation -> {
            SortedMap<String, TicketSigningKey> keys =
                    read(generation, pulse).orElseThrow(() -> lost(pulse)).tickets();
            signers.set(remembered().with(generation.name(), pulse, keys));
            return keys;
        });
    }

    private Signers remembered() {
        String current = folder.nameInForce();
        return signers.updateAndGet(known -> known.generation().equals(current) ? known : Signers.NONE);
    }

    @Override
    public void destroy(String pulse) {
        folder.locked(generation -> {
            if (generation.holds(pulse)) {
                folder.succeed(generation, pulse);
            }
            return generation;
        });
        signers.set(Signers.NONE);
    }

    @Override
    public Set<String> pulses() {
        remembered();
        return folder.locked(Generation::entries).stream()
                .filter(entry -> !FileTextKeys.named(entry) && !FileMirrorKeys.named(entry) && !entry.startsWith(OWN))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Optional<PulseSecrets> read(Generation generation, String pulse) {
        return generation.read(pulse).map(content -> {
            try {
                return PulseSecrets.decoded(content);
            } catch (GeneralSecurityException damaged) {
                throw generation.damaged(pulse, damaged);
            }
        });
    }

    private PulseSecrets fresh(Needed needed) {
        byte[] secret = new byte[BoxSecret.LENGTH];
        byte[] seed = new byte[BoxKey.SEED];
        chance.nextBytes(secret);
        chance.nextBytes(seed);
        @Nullable CouncilKey council = needed.council().isPresent() ? null : CouncilKey.generate();
        byte[] councilPublic = council == null ? needed.council().orElseThrow() : council.publicKey();
        return new PulseSecrets(
                new BoxKey(Layer.generate(), councilPublic, council, new BoxSecret(secret), seed), new TreeMap<>());
    }

    /** Signing keys in memory, as long as the generation that they were read from is in force. */
    private record Signers(String generation, Map<String, SortedMap<String, TicketSigningKey>> pulses) {
        private static final Signers NONE = new Signers("", Map.of());

        private Signers with(String now, String pulse, SortedMap<String, TicketSigningKey> keys) {
            Map<String, SortedMap<String, TicketSigningKey>> more =
                    generation.equals(now) ? new HashMap<>(pulses) : new HashMap<>();
            more.put(pulse, keys);
            return new Signers(now, Map.copyOf(more));
        }
    }

    @Override
    public String toString() {
        return "FileVault[" + folder + "]";
    }
}
