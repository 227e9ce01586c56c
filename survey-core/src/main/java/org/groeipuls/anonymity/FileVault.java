package org.groeipuls.anonymity;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.groeipuls.anonymity.VaultFolder.Generation;

/**
 * A vault in a folder: one file per pulse, encrypted with AES-256-GCM under a vault key that lies beside them. All of
 * it stands in a generation folder to which {@code CURRENT} points; destroying writes the next generation under a new
 * vault key, turns the pointer in one atomic step, and unlinks the old generation. What a crash left over is cleared
 * away before the next access.
 *
 * <pre>
 * CURRENT          name of the generation in force
 * lock             held by whoever reads or writes, between threads and processes
 * g-7/vault.key    32 random bytes
 * g-7/NAME.sealed  NAME = the pulse's id, percent-encoded
 * </pre>
 */
public final class FileVault implements Vault {
    private final VaultFolder folder;
    private final SecureRandom chance = new SecureRandom();

    private FileVault(VaultFolder folder) {
        this.folder = folder;
    }

    /**
     * Opens the vault in this folder, or founds one; clears away what a crash left over.
     *
     * @throws java.io.UncheckedIOException when the folder cannot be written
     */
    public static FileVault at(Path folder) {
        return at(folder, step -> {});
    }

    /** @param steps told before each step that changes the disk; tests stop it there */
    static FileVault at(Path folder, Consumer<String> steps) {
        FileVault vault = new FileVault(new VaultFolder(folder, steps));
        vault.folder.locked(generation -> generation);
        return vault;
    }

    @Override
    public PublicKeys establish(String pulse) {
        return folder.locked(generation -> {
            Optional<BoxKey> there = generation.read(pulse);
            if (there.isPresent()) {
                return there.get().publicKeys();
            }
            BoxKey key = fresh();
            generation.write(pulse, key);
            return key.publicKeys();
        });
    }

    @Override
    public Optional<PublicKeys> publicKeys(String pulse) {
        return folder.locked(generation -> generation.read(pulse)).map(BoxKey::publicKeys);
    }

    @Override
    public BoxSecret boxSecret(String pulse) {
        return boxKey(pulse).boxSecret();
    }

    @Override
    public BoxKey boxKey(String pulse) {
        return folder.locked(generation -> generation.read(pulse))
                .orElseThrow(() -> new KeyLost("The vault has no key of pulse " + pulse
                        + ". Check that this node is given the shared vault folder; if the key was destroyed or is"
                        + " lost, cancel the pulse: its ballots cannot be opened any more"));
    }

    @Override
    public void destroy(String pulse) {
        folder.locked(generation -> {
            if (generation.holds(pulse)) {
                folder.succeed(generation, pulse);
            }
            return generation;
        });
    }

    @Override
    public Set<String> pulses() {
        return folder.locked(Generation::pulses).stream()
                .collect(java.util.stream.Collectors.toCollection(TreeSet::new));
    }

    private BoxKey fresh() {
        byte[] secret = new byte[BoxSecret.LENGTH];
        byte[] seed = new byte[BoxKey.SEED];
        chance.nextBytes(secret);
        chance.nextBytes(seed);
        return new BoxKey(Layer.generate(), Layer.generate(), new BoxSecret(secret), seed);
    }

    @Override
    public String toString() {
        return "FileVault[" + folder + "]";
    }
}
