package org.groeipuls.anonymity;

import java.util.Optional;
import java.util.Set;

/** Text keys of one sort in the folder of a {@link FileVault}, beside the secrets of pulses. */
final class FileTextKeys implements TextKeys {
    private static final String KEPT = "kept:";
    private static final String MAIL = "mail:";

    private final KeptKeys keys;

    private FileTextKeys(KeptKeys keys) {
        this.keys = keys;
    }

    /** The keys of released texts. */
    static FileTextKeys ofTexts(VaultFolder folder) {
        return new FileTextKeys(new KeptKeys(folder, KEPT));
    }

    /** The keys of personal links that are mailed. */
    static FileTextKeys ofMail(VaultFolder folder) {
        return new FileTextKeys(new KeptKeys(folder, MAIL));
    }

    /** Whether this entry of the vault is such a key; no id of a pulse looks like one. */
    static boolean named(String entry) {
        return entry.startsWith(KEPT) || entry.startsWith(MAIL);
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
