package org.groeipuls.anonymity;

import java.util.Optional;
import java.util.Set;

/** The text keys in the folder of a {@link FileVault}, beside the secrets of pulses. */
final class FileTextKeys implements TextKeys {
    private static final String KIND = "kept:";

    private final KeptKeys keys;

    FileTextKeys(VaultFolder folder) {
        this.keys = new KeptKeys(folder, KIND);
    }

    /** Whether this entry of the vault is a text key; no id of a pulse looks like one. */
    static boolean named(String entry) {
        return entry.startsWith(KIND);
    }

    @Override
    public TextKey establish(String pulse) {
        return new TextKey(keys.establish(pulse));
    }

    @Override
    public Optional<TextKey> find(String pulse) {
        return keys.find(pulse).map(TextKey::new);
    }

    @Override
    public void destroy(String pulse) {
        keys.destroy(pulse);
    }

    @Override
    public Set<String> pulses() {
        return keys.ids();
    }

    @Override
    public String toString() {
        return "FileTextKeys[" + keys + "]";
    }
}
