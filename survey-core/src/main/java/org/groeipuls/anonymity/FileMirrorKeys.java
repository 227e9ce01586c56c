package org.groeipuls.anonymity;

import java.util.Optional;
import java.util.Set;

/** The keys of leads' own answers in the folder of a {@link FileVault}, beside the secrets of pulses. */
final class FileMirrorKeys implements MirrorKeys {
    private static final String KIND = "mirror:";

    private final KeptKeys keys;

    FileMirrorKeys(VaultFolder folder) {
        this.keys = new KeptKeys(folder, KIND);
    }

    /** Whether this entry of the vault is such a key; no id of a pulse looks like one. */
    static boolean named(String entry) {
        return entry.startsWith(KIND);
    }

    @Override
    public MirrorKey establish(String id) {
        return new MirrorKey(keys.establish(id));
    }

    @Override
    public Optional<MirrorKey> find(String id) {
        return keys.find(id).map(MirrorKey::new);
    }

    @Override
    public void destroy(String id) {
        keys.destroy(id);
    }

    @Override
    public Set<String> ids() {
        return keys.ids();
    }

    @Override
    public String toString() {
        return "FileMirrorKeys[" + keys + "]";
    }
}
