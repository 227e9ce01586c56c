package org.groeipuls.anonymity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The folder of a {@link FileVault} on disk: its generations, the pointer to the one in force, and the lock. */
final class VaultFolder {
    private static final String CURRENT = "CURRENT";
    private static final String IDENTITY = "identity";
    private static final String VAULT_KEY = "vault.key";
    private static final String SEALED = ".sealed";
    private static final String GENERATION = "g-";
    private static final int LONGEST_ENTRY = 80;

    private final DurableFiles files;
    private final Path root;
    private final KeyEncryption keyEncryption;
    private final SecureRandom chance = new SecureRandom();
    private volatile String opened = "";

    VaultFolder(Path root, KeyEncryption keyEncryption, Consumer<String> steps) {
        this.files = new DurableFiles(steps);
        this.keyEncryption = keyEncryption;
        this.root = files.folder(root.toAbsolutePath());
    }

    /** Founds a vault here unless there is one; from then on this is about that one and no other. */
    void open() {
        files.alone(root.resolve("lock"), () -> {
            if (!Files.exists(root.resolve(CURRENT))) {
                found();
            }
            Path identity = root.resolve(IDENTITY);
            if (!Files.exists(identity)) {
                byte[] fresh = new byte[16];
                chance.nextBytes(fresh);
                files.create(identity, HexFormat.of().formatHex(fresh).getBytes(UTF_8));
            }
            opened = identity();
            Generation current = current();
            sweep(current.name());
            return current.requireKey();
        });
    }

    /**
     * Runs this with the generation in force, alone among all threads and processes, after clearing leftovers.
     *
     * @throws OtherVault when the vault that was opened is not here any more
     */
    <T> T locked(Function<Generation, T> action) {
        require();
        return files.alone(root.resolve("lock"), () -> {
            Generation current = current();
            sweep(current.name());
            return action.apply(current);
        });
    }

    /** What tells the vault that was opened from every other, as long as it is here. */
    String require() {
        if (opened.isEmpty() || !identity().equals(opened)) {
            throw new OtherVault("The folder " + root + " does not hold the vault " + opened
                    + " any more that this node" + " was started with: see that its disk is there, and mount it again");
        }
        return opened;
    }

    private String identity() {
        Path identity = root.resolve(IDENTITY);
        return Files.exists(identity) ? new String(files.read(identity), UTF_8).strip() : "";
    }

    /** The name of the generation in force; empty before the vault is founded. */
    String nameInForce() {
        Path pointer = root.resolve(CURRENT);
        return Files.exists(pointer) ? new String(files.read(pointer), UTF_8).strip() : "";
    }

    /** Writes the next generation without this entry, turns the pointer, and unlinks the old generation. */
    void succeed(Generation old, String without) {
        String name = GENERATION + (Long.parseLong(old.name().substring(GENERATION.length())) + 1);
        Generation next = found(name);
        for (String entry : old.entries()) {
            if (!entry.equals(without)) {
                old.handDown(entry, next);
            }
        }
        // the one step that decides: before it nothing has changed, after it only sweeping is left
        files.replace(root.resolve(CURRENT), name.getBytes(UTF_8));
        sweep(name);
    }

    private void found() {
        for (Path leftover : generations()) {
            if (!new Generation(leftover).entries().isEmpty()) {
                throw new KeyLost("The vault " + root + " holds keys but its file CURRENT is missing: put the whole"
                        + " folder back, or write the name of the newest generation into CURRENT");
            }
        }
        sweep("");
        found(GENERATION + 1);
        files.replace(root.resolve(CURRENT), (GENERATION + 1).getBytes(UTF_8));
    }

    private Generation current() {
        String name = nameInForce();
        if (!name.matches(GENERATION + "[1-9][0-9]{0,17}") || !Files.isDirectory(root.resolve(name))) {
            throw new KeyLost("CURRENT in the vault " + root + " names no generation that is there: put the whole"
                    + " folder back");
        }
        return new Generation(root.resolve(name));
    }

    private Generation found(String name) {
        Path folder = files.folder(root.resolve(name));
        byte[] key = new byte[32];
        chance.nextBytes(key);
        files.create(folder.resolve(VAULT_KEY), keyEncryption.wrap(key));
        return new Generation(folder);
    }

    private void sweep(String except) {
        for (Path leftover : generations()) {
            if (!leftover.getFileName().toString().equals(except)) {
                // the key goes first: from then on the rest of the generation opens nothing
                files.shred(leftover.resolve(VAULT_KEY));
                files.deleteFolder(leftover);
            }
        }
    }

    private List<Path> generations() {
        return list(root).stream()
                .filter(path -> path.getFileName().toString().startsWith(GENERATION))
                .toList();
    }

    private static List<Path> list(Path folder) {
        try (var paths = Files.list(folder)) {
            return new ArrayList<>(paths.sorted().toList());
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot list " + folder, failed);
        }
    }

    @Override
    public String toString() {
        return root.toString();
    }

    /** All keys under one vault key, each by its name. */
    final class Generation {
        private static final byte VERSION = 1;
        private static final int NONCE = 12;
        private final Path folder;

        private Generation(Path folder) {
            this.folder = folder;
        }

        String name() {
            return folder.getFileName().toString();
        }

        /** @throws KeyLost when the vault key cannot be used */
        Generation requireKey() {
            vaultKey();
            return this;
        }

        boolean holds(String entry) {
            return Files.exists(file(entry));
        }

        Set<String> entries() {
            Set<String> entries = new TreeSet<>();
            for (Path path : list(folder)) {
                String name = path.getFileName().toString();
                if (name.endsWith(SEALED)) {
                    entries.add(URLDecoder.decode(name.substring(0, name.length() - SEALED.length()), UTF_8));
                }
            }
            return entries;
        }

        /** What lies under this name. */
        Optional<byte[]> read(String entry) {
            if (!holds(entry)) {
                return Optional.empty();
            }
            ByteBuffer sealed = ByteBuffer.wrap(files.read(file(entry)));
            try {
                if (sealed.remaining() < 1 + NONCE || sealed.get() != VERSION) {
                    throw new AEADBadTagException("unknown format");
                }
                byte[] nonce = bytes(sealed, NONCE);
                return Optional.of(
                        cipher(Cipher.DECRYPT_MODE, nonce, entry).doFinal(bytes(sealed, sealed.remaining())));
            } catch (GeneralSecurityException damaged) {
                throw damaged(entry, damaged);
            }
        }

        void write(String entry, byte[] content) {
            byte[] nonce = new byte[NONCE];
            chance.nextBytes(nonce);
            try {
                byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, entry).doFinal(content);
                files.create(
                        file(entry),
                        ByteBuffer.allocate(1 + NONCE + sealed.length)
                                .put(VERSION)
                                .put(nonce)
                                .put(sealed)
                                .array());
            } catch (GeneralSecurityException damaged) {
                throw damaged(entry, damaged);
            }
        }

        // what cannot be read is handed down as it is, so that it goes on being reported
        private void handDown(String entry, Generation next) {
            Optional<byte[]> content;
            try {
                content = read(entry);
            } catch (KeyLost damaged) {
                files.create(next.file(entry), files.read(file(entry)));
                return;
            }
            content.ifPresent(readable -> next.write(entry, readable));
        }

        private Cipher cipher(int mode, byte[] nonce, String entry) throws GeneralSecurityException {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(vaultKey(), "AES"), new GCMParameterSpec(128, nonce));
            cipher.updateAAD(("groeipuls/1/vault\0" + entry).getBytes(UTF_8));
            return cipher;
        }

        private byte[] vaultKey() {
            Path keyFile = folder.resolve(VAULT_KEY);
            if (!Files.exists(keyFile)) {
                throw new KeyLost("The vault key " + keyFile + " is missing: put the whole vault folder back");
            }
            return keyEncryption.unwrap(files.read(keyFile));
        }

        KeyLost damaged(String entry, GeneralSecurityException cause) {
            return new KeyLost(
                    "The vault's key of pulse " + entry + " was altered or belongs to another vault key: put the"
                            + " whole vault folder back as it was when the pulse opened, or cancel the pulse",
                    cause);
        }

        private Path file(String entry) {
            if (entry.isEmpty() || entry.length() > LONGEST_ENTRY) {
                throw new IllegalArgumentException("The id of a pulse has 1 to " + LONGEST_ENTRY + " characters");
            }
            return folder.resolve(URLEncoder.encode(entry, UTF_8) + SEALED);
        }

        private static byte[] bytes(ByteBuffer from, int length) {
            byte[] bytes = new byte[length];
            from.get(bytes);
            return bytes;
        }
    }
}
