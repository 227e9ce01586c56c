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
    private static final String VAULT_KEY = "vault.key";
    private static final String SEALED = ".sealed";
    private static final String GENERATION = "g-";
    private static final int LONGEST_PULSE = 80;

    private final DurableFiles files;
    private final Path root;
    private final KeyEncryption keyEncryption;
    private final SecureRandom chance = new SecureRandom();

    VaultFolder(Path root, KeyEncryption keyEncryption, Consumer<String> steps) {
        this.files = new DurableFiles(steps);
        this.keyEncryption = keyEncryption;
        this.root = files.folder(root.toAbsolutePath());
    }

    /** Runs this with the generation in force, alone among all threads and processes, after clearing leftovers. */
    <T> T locked(Function<Generation, T> action) {
        return files.alone(root.resolve("lock"), () -> {
            Generation current = current();
            sweep(current.name());
            return action.apply(current);
        });
    }

    /** The name of the generation in force; empty before the vault is founded. */
    String nameInForce() {
        Path pointer = root.resolve(CURRENT);
        return Files.exists(pointer) ? new String(files.read(pointer), UTF_8).strip() : "";
    }

    /** Writes the next generation without this pulse, turns the pointer, and unlinks the old generation. */
    void succeed(Generation old, String without) {
        String name = GENERATION + (Long.parseLong(old.name().substring(GENERATION.length())) + 1);
        Generation next = found(name);
        for (String pulse : old.pulses()) {
            if (!pulse.equals(without)) {
                old.handDown(pulse, next);
            }
        }
        // the one step that decides: before it nothing has changed, after it only sweeping is left
        files.replace(root.resolve(CURRENT), name.getBytes(UTF_8));
        sweep(name);
    }

    private Generation current() {
        Path pointer = root.resolve(CURRENT);
        if (!Files.exists(pointer)) {
            for (Path leftover : generations()) {
                if (!new Generation(leftover).pulses().isEmpty()) {
                    throw new KeyLost("The vault " + root + " holds keys but its file CURRENT is missing: put the whole"
                            + " folder back, or write the name of the newest generation into CURRENT");
                }
            }
            sweep("");
            found(GENERATION + 1);
            files.replace(pointer, (GENERATION + 1).getBytes(UTF_8));
        }
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

    /** The keys of all pulses under one vault key. */
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

        boolean holds(String pulse) {
            return Files.exists(file(pulse));
        }

        Set<String> pulses() {
            Set<String> pulses = new TreeSet<>();
            for (Path path : list(folder)) {
                String name = path.getFileName().toString();
                if (name.endsWith(SEALED)) {
                    pulses.add(URLDecoder.decode(name.substring(0, name.length() - SEALED.length()), UTF_8));
                }
            }
            return pulses;
        }

        Optional<PulseSecrets> read(String pulse) {
            if (!holds(pulse)) {
                return Optional.empty();
            }
            ByteBuffer sealed = ByteBuffer.wrap(files.read(file(pulse)));
            try {
                if (sealed.remaining() < 1 + NONCE || sealed.get() != VERSION) {
                    throw new AEADBadTagException("unknown format");
                }
                byte[] nonce = bytes(sealed, NONCE);
                byte[] plain = cipher(Cipher.DECRYPT_MODE, nonce, pulse).doFinal(bytes(sealed, sealed.remaining()));
                return Optional.of(PulseSecrets.decoded(plain));
            } catch (GeneralSecurityException damaged) {
                throw damaged(pulse, damaged);
            }
        }

        void write(String pulse, PulseSecrets secrets) {
            byte[] nonce = new byte[NONCE];
            chance.nextBytes(nonce);
            try {
                byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, pulse).doFinal(secrets.encoded());
                files.create(
                        file(pulse),
                        ByteBuffer.allocate(1 + NONCE + sealed.length)
                                .put(VERSION)
                                .put(nonce)
                                .put(sealed)
                                .array());
            } catch (GeneralSecurityException damaged) {
                throw damaged(pulse, damaged);
            }
        }

        // what cannot be read is handed down as it is, so that it goes on being reported
        private void handDown(String pulse, Generation next) {
            Optional<PulseSecrets> secrets;
            try {
                secrets = read(pulse);
            } catch (KeyLost damaged) {
                files.create(next.file(pulse), files.read(file(pulse)));
                return;
            }
            secrets.ifPresent(readable -> next.write(pulse, readable));
        }

        private Cipher cipher(int mode, byte[] nonce, String pulse) throws GeneralSecurityException {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(vaultKey(), "AES"), new GCMParameterSpec(128, nonce));
            cipher.updateAAD(("groeipuls/1/vault\0" + pulse).getBytes(UTF_8));
            return cipher;
        }

        private byte[] vaultKey() {
            Path keyFile = folder.resolve(VAULT_KEY);
            if (!Files.exists(keyFile)) {
                throw new KeyLost("The vault key " + keyFile + " is missing: put the whole vault folder back");
            }
            return keyEncryption.unwrap(files.read(keyFile));
        }

        private KeyLost damaged(String pulse, GeneralSecurityException cause) {
            return new KeyLost(
                    "The vault's key of pulse " + pulse + " was altered or belongs to another vault key: put the"
                            + " whole vault folder back as it was when the pulse opened, or cancel the pulse",
                    cause);
        }

        private Path file(String pulse) {
            if (pulse.isEmpty() || pulse.length() > LONGEST_PULSE) {
                throw new IllegalArgumentException("The id of a pulse has 1 to " + LONGEST_PULSE + " characters");
            }
            return folder.resolve(URLEncoder.encode(pulse, UTF_8) + SEALED);
        }

        private static byte[] bytes(ByteBuffer from, int length) {
            byte[] bytes = new byte[length];
            from.get(bytes);
            return bytes;
        }
    }
}
