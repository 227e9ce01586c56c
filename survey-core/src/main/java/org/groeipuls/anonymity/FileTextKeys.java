package org.groeipuls.anonymity;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The text keys in the folder of a {@link FileVault}, beside the secrets of pulses and under the same vault key. */
final class FileTextKeys implements TextKeys {
    private static final String KEPT = "kept:";

    private final VaultFolder folder;
    private final SecureRandom chance = new SecureRandom();

    FileTextKeys(VaultFolder folder) {
        this.folder = folder;
    }

    /** Whether this entry of the vault is a text key; no id of a pulse looks like one. */
    static boolean named(String entry) {
        return entry.startsWith(KEPT);
    }

    @Override
    public TextKey establish(String pulse) {
        return folder.locked(generation -> generation
                .read(KEPT + pulse)
                .map(TextKey::new)
                .orElseGet(() -> {
                    byte[] key = new byte[TextKey.LENGTH];
                    chance.nextBytes(key);
                    generation.write(KEPT + pulse, key);
                    return new TextKey(key);
                }));
    }

    @Override
    public Optional<TextKey> find(String pulse) {
        return folder.locked(generation -> generation.read(KEPT + pulse)).map(TextKey::new);
    }

    @Override
    public void destroy(String pulse) {
        folder.locked(generation -> {
            if (generation.holds(KEPT + pulse)) {
                folder.succeed(generation, KEPT + pulse);
            }
            return generation;
        });
    }

    @Override
    public Set<String> pulses() {
        Set<String> pulses = new TreeSet<>();
        folder.locked(VaultFolder.Generation::entries).stream()
                .filter(FileTextKeys::named)
                .forEach(entry -> pulses.add(entry.substring(KEPT.length())));
        return pulses;
    }

    @Override
    public String toString() {
        return "FileTextKeys[" + folder + "]";
    }
}
