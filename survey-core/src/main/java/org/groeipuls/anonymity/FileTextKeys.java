package org.groeipuls.anonymity;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Keys of one sort in the folder of a {@link FileVault}, beside the secrets of pulses and under the same vault key. */
final class FileTextKeys implements TextKeys {
    private static final String KEPT = "kept:";
    private static final String MAIL = "mail:";

    private final VaultFolder folder;
    private final String sort;
    private final SecureRandom chance = new SecureRandom();

    private FileTextKeys(VaultFolder folder, String sort) {
        this.folder = folder;
        this.sort = sort;
    }

    /** The keys of released texts. */
    static FileTextKeys ofTexts(VaultFolder folder) {
        return new FileTextKeys(folder, KEPT);
    }

    /** The keys of personal links that are mailed. */
    static FileTextKeys ofMail(VaultFolder folder) {
        return new FileTextKeys(folder, MAIL);
    }

    /** Whether this entry of the vault is such a key; no id of a pulse looks like one. */
    static boolean named(String entry) {
        return entry.startsWith(KEPT) || entry.startsWith(MAIL);
    }

    @Override
    public TextKey establish(String pulse) {
        return folder.locked(generation -> generation
                .read(sort + pulse)
                .map(TextKey::new)
                .orElseGet(() -> {
                    byte[] key = new byte[TextKey.LENGTH];
                    chance.nextBytes(key);
                    generation.write(sort + pulse, key);
                    return new TextKey(key);
                }));
    }

    @Override
    public Optional<TextKey> find(String pulse) {
        return folder.locked(generation -> generation.read(sort + pulse)).map(TextKey::new);
    }

    @Override
    public void destroy(String pulse) {
        folder.locked(generation -> {
            if (generation.holds(sort + pulse)) {
                folder.succeed(generation, sort + pulse);
            }
            return generation;
        });
    }

    @Override
    public Set<String> pulses() {
        Set<String> pulses = new TreeSet<>();
        folder.locked(VaultFolder.Generation::entries).stream()
                .filter(entry -> entry.startsWith(sort))
                .forEach(entry -> pulses.add(entry.substring(sort.length())));
        return pulses;
    }

    @Override
    public String toString() {
        return "FileTextKeys[" + folder + "]";
    }
}
