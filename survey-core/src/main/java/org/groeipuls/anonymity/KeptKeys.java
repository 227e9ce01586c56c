package org.groeipuls.anonymity;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Keys of one kind that outlive their pulse, in the folder of a {@link FileVault} and under the same vault key. */
final class KeptKeys {
    private final VaultFolder folder;
    private final String kind;
    private final SecureRandom chance = new SecureRandom();

    /** @param kind how the vault's entries of this kind begin; no id of a pulse does */
    KeptKeys(VaultFolder folder, String kind) {
        this.folder = folder;
        this.kind = kind;
    }

    byte[] establish(String id) {
        return folder.locked(generation -> generation.read(kind + id).orElseGet(() -> {
            byte[] key = new byte[PlaceSeal.LENGTH];
            chance.nextBytes(key);
            generation.write(kind + id, key);
            return key;
        }));
    }

    Optional<byte[]> find(String id) {
        return folder.locked(generation -> generation.read(kind + id));
    }

    void destroy(String id) {
        folder.locked(generation -> {
            if (generation.holds(kind + id)) {
                folder.succeed(generation, kind + id);
            }
            return generation;
        });
    }

    Set<String> ids() {
        Set<String> ids = new TreeSet<>();
        folder.locked(VaultFolder.Generation::entries).stream()
                .filter(entry -> entry.startsWith(kind))
                .forEach(entry -> ids.add(entry.substring(kind.length())));
        return ids;
    }

    @Override
    public String toString() {
        return "KeptKeys[" + kind + " " + folder + "]";
    }
}
