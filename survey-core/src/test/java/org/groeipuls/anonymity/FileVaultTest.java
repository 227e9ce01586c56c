package org.groeipuls.anonymity;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.groeipuls.anonymity.PulseKeys.Needed;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileVaultTest {
    @TempDir
    Path parent;

    private Path folder() {
        return parent.resolve("vault");
    }

    @Test
    void a_vault_gives_back_what_it_established() {
        PublicKeys keys = FileVault.at(folder()).establish("pulse:1");

        FileVault reopened = FileVault.at(folder());
        assertThat(reopened.establish("pulse:1")).isEqualTo(keys);
        assertThat(reopened.publicKeys("pulse:1")).hasValue(keys);
        assertThat(reopened.boxKey("pulse:1").publicKeys()).isEqualTo(keys);
        assertThat(reopened.boxSecret("pulse:1").mark(new byte[32]))
                .isEqualTo(reopened.boxKey("pulse:1").boxSecret().mark(new byte[32]));
        assertThat(reopened.pulses()).containsExactly("pulse:1");
    }

    @Test
    void two_pulses_share_nothing() {
        FileVault vault = FileVault.at(folder());
        PublicKeys one = vault.establish("pulse:1");
        PublicKeys two = vault.establish("pulse/../2");

        assertThat(Set.of(one.operatorBase64(), one.councilBase64(), two.operatorBase64(), two.councilBase64()))
                .hasSize(4);
        assertThat(vault.boxSecret("pulse:1").mark(new byte[32]))
                .isNotEqualTo(vault.boxSecret("pulse/../2").mark(new byte[32]));
        assertThat(vault.pulses()).containsExactly("pulse/../2", "pulse:1");
    }

    @Test
    void an_unknown_pulse_has_no_key_and_the_message_says_what_to_do() {
        FileVault vault = FileVault.at(folder());

        assertThat(vault.publicKeys("pulse:1")).isEmpty();
        assertThatThrownBy(() -> vault.boxSecret("pulse:1"))
                .isInstanceOf(KeyLost.class)
                .hasMessageContaining("pulse:1")
                .hasMessageContaining("cancel the pulse");
    }

    @Test
    void destroying_forgets_one_pulse_and_keeps_the_others() {
        FileVault vault = FileVault.at(folder());
        vault.establish("pulse:1");
        PublicKeys kept = vault.establish("pulse:2");

        vault.destroy("pulse:1");
        vault.destroy("pulse:1");

        assertThatThrownBy(() -> vault.boxKey("pulse:1")).isInstanceOf(KeyLost.class);
        assertThat(vault.boxKey("pulse:2").publicKeys()).isEqualTo(kept);
        assertThat(vault.pulses()).containsExactly("pulse:2");
    }

    @Test
    void nothing_left_in_the_folder_decrypts_a_destroyed_key() throws IOException {
        FileVault vault = FileVault.at(folder());
        vault.establish("pulse:1");
        vault.establish("pulse:2");
        byte[] stolen = Files.readAllBytes(find("pulse%3A1.sealed"));
        assertThat(opensWithAnyOf(remains(), stolen)).as("positive control").isTrue();

        vault.destroy("pulse:1");

        assertThat(opensWithAnyOf(remains(), stolen)).isFalse();
    }

    @Test
    void a_crash_at_any_step_of_destroying_loses_no_other_key_and_a_repetition_completes_it() throws IOException {
        int steps = 0;
        for (boolean crashed = true; crashed; steps++) {
            Path folder = parent.resolve("crash-" + steps);
            FileVault before = FileVault.at(folder);
            PublicKeys one = before.establish("pulse:1");
            PublicKeys two = before.establish("pulse:2");
            byte[] stolen = Files.readAllBytes(folder.resolve("g-1/pulse%3A1.sealed"));

            crashed = crashesAt(steps, folder);

            FileVault after = FileVault.at(folder);
            assertThat(after.boxKey("pulse:2").publicKeys())
                    .as("step %d", steps)
                    .isEqualTo(two);
            if (after.pulses().contains("pulse:1")) {
                assertThat(after.boxKey("pulse:1").publicKeys())
                        .as("step %d", steps)
                        .isEqualTo(one);
            }
            after.destroy("pulse:1");
            assertThat(after.pulses()).containsExactly("pulse:2");
            assertThat(after.boxKey("pulse:2").publicKeys()).isEqualTo(two);
            assertThat(opensWithAnyOf(remains(folder), stolen))
                    .as("step %d", steps)
                    .isFalse();
            assertThat(Files.list(folder).map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("CURRENT", "identity", "lock", "g-2");
        }
        assertThat(steps).as("steps at which it was stopped").isGreaterThan(15);
    }

    @Test
    void a_crash_at_any_step_of_founding_and_establishing_leaves_a_vault_that_works() {
        int steps = 0;
        for (boolean crashed = true; crashed; steps++) {
            Path folder = parent.resolve("founding-" + steps);
            crashed = false;
            try {
                FileVault.at(folder, KeyEncryption.none(), stopAt(steps)).establish("pulse:1");
            } catch (Stopped stopped) {
                crashed = true;
            }
            PublicKeys keys = FileVault.at(folder).establish("pulse:1");
            assertThat(FileVault.at(folder).boxKey("pulse:1").publicKeys()).isEqualTo(keys);
        }
        assertThat(steps).isGreaterThan(8);
    }

    @Test
    void a_file_in_which_one_bit_was_turned_is_detected_and_harms_no_other() throws IOException {
        FileVault vault = FileVault.at(folder());
        vault.establish("pulse:1");
        PublicKeys whole = vault.establish("pulse:2");
        Path file = find("pulse%3A1.sealed");
        byte[] original = Files.readAllBytes(file);
        for (int place = 0; place < original.length; place++) {
            byte[] altered = original.clone();
            altered[place] ^= 1;
            Files.write(file, altered);
            assertThatThrownBy(() -> vault.boxKey("pulse:1")).isInstanceOf(KeyLost.class);
        }
        Files.write(file, new byte[0]);

        assertThatThrownBy(() -> vault.establish("pulse:1")).isInstanceOf(KeyLost.class);
        assertThat(vault.boxKey("pulse:2").publicKeys()).isEqualTo(whole);
        vault.establish("pulse:3");
        vault.destroy("pulse:3");
        assertThatThrownBy(() -> vault.boxKey("pulse:1")).isInstanceOf(KeyLost.class);
        vault.destroy("pulse:1");
        assertThat(vault.pulses()).containsExactly("pulse:2");
    }

    @Test
    void the_file_of_one_pulse_is_not_taken_for_that_of_another() throws IOException {
        FileVault vault = FileVault.at(folder());
        vault.establish("pulse:1");
        vault.establish("pulse:2");
        Files.copy(find("pulse%3A2.sealed"), find("pulse%3A1.sealed"), StandardCopyOption.REPLACE_EXISTING);

        assertThatThrownBy(() -> vault.boxKey("pulse:1")).isInstanceOf(KeyLost.class);
    }

    @Test
    void a_vault_without_its_pointer_or_its_key_says_so_instead_of_starting_anew() throws IOException {
        FileVault vault = FileVault.at(folder());
        vault.establish("pulse:1");
        Files.delete(folder().resolve("CURRENT"));
        assertThatThrownBy(() -> FileVault.at(folder()))
                .isInstanceOf(KeyLost.class)
                .hasMessageContaining("CURRENT");

        Files.writeString(folder().resolve("CURRENT"), "g-1");
        Files.delete(find("vault.key"));
        assertThatThrownBy(() -> vault.boxKey("pulse:1"))
                .isInstanceOf(KeyLost.class)
                .hasMessageContaining("vault key");
    }

    @Test
    void a_vault_keeps_its_identity_and_no_two_have_the_same() throws IOException {
        FileVault vault = FileVault.at(folder());
        vault.establish("pulse:1");
        vault.destroy("pulse:1");

        assertThat(FileVault.at(folder()).identity())
                .isEqualTo(vault.identity())
                .hasSize(32);
        assertThat(FileVault.at(parent.resolve("other")).identity()).isNotEqualTo(vault.identity());
        Files.delete(folder().resolve("identity")); // as an earlier version left it
        assertThat(FileVault.at(folder()).identity()).hasSize(32);
    }

    @Test
    void a_vault_that_vanishes_is_not_founded_anew_and_its_keys_are_not_taken_for_lost() throws IOException {
        FileVault vault = FileVault.at(folder());
        PublicKeys keys = vault.establish("pulse:1");
        Path away = parent.resolve("away");
        Files.move(folder(), away);
        List<ThrowingCallable> uses = List.of(
                vault::identity,
                vault::pulses,
                () -> vault.boxKey("pulse:1"),
                () -> vault.publicKeys("pulse:1"),
                () -> vault.destroy("pulse:1"),
                () -> vault.establish("pulse:2"),
                () -> vault.textKeys().establish("pulse:1"));

        assertThat(uses).allSatisfy(use -> assertThatThrownBy(use).isInstanceOf(OtherVault.class));
        Files.createDirectory(folder());
        assertThat(uses).allSatisfy(use -> assertThatThrownBy(use).isInstanceOf(OtherVault.class));
        assertThat(Files.list(folder())).as("an empty mount point").isEmpty();
        FileVault.at(folder());
        assertThat(uses)
                .as("another vault")
                .allSatisfy(use -> assertThatThrownBy(use)
                        .isInstanceOf(OtherVault.class)
                        .hasMessageContaining(folder().toString()));

        try (var paths = Files.walk(folder())) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
        Files.move(away, folder());
        assertThat(vault.boxKey("pulse:1").publicKeys()).isEqualTo(keys);
    }

    @Test
    void two_vaults_on_one_folder_agree_whoever_comes_first() throws Exception {
        FileVault one = FileVault.at(folder());
        FileVault two = FileVault.at(folder());
        List<Callable<PublicKeys>> race = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            FileVault vault = i % 2 == 0 ? one : two;
            race.add(() -> vault.establish("pulse:1"));
        }
        try (var threads = Executors.newFixedThreadPool(8)) {
            List<PublicKeys> keys = new ArrayList<>();
            for (var future : threads.invokeAll(race)) {
                keys.add(future.get());
            }
            assertThat(keys).containsOnly(one.establish("pulse:1"));
        }
        two.destroy("pulse:1");
        assertThat(one.publicKeys("pulse:1")).isEmpty();
    }

    @Test
    void only_the_owner_may_read_a_vault() throws IOException {
        Assumptions.assumeTrue(
                parent.getFileSystem().supportedFileAttributeViews().contains("posix"));
        FileVault.at(folder()).establish("pulse:1");
        try (var paths = Files.walk(folder())) {
            for (Path path : paths.toList()) {
                String expected = Files.isDirectory(path) ? "rwx------" : "rw-------";
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                        .as(path.toString())
                        .isEqualTo(expected);
            }
        }
    }

    private static boolean crashesAt(int step, Path folder) {
        try {
            FileVault.at(folder, KeyEncryption.none(), stopAt(step)).destroy("pulse:1");
            return false;
        } catch (Stopped stopped) {
            return true;
        }
    }

    private static Consumer<String> stopAt(int step) {
        int[] left = {step};
        return what -> {
            if (left[0]-- == 0) {
                throw new Stopped(what);
            }
        };
    }

    private static final class Stopped extends Error {
        private static final long serialVersionUID = 1;

        private Stopped(String step) {
            super(step);
        }
    }

    private Path find(String name) throws IOException {
        try (var paths = Files.walk(folder())) {
            return paths.filter(path -> path.getFileName().toString().equals(name))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private List<byte[]> remains() throws IOException {
        return remains(folder());
    }

    private static List<byte[]> remains(Path folder) throws IOException {
        List<byte[]> remains = new ArrayList<>();
        try (var paths = Files.walk(folder)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                remains.add(Files.readAllBytes(path));
            }
        }
        return remains;
    }

    // tries every 32 bytes that lie anywhere in any file as the vault key
    private static boolean opensWithAnyOf(List<byte[]> remains, byte[] sealed) {
        for (byte[] file : remains) {
            for (int from = 0; from + 32 <= file.length; from++) {
                if (opens(Arrays.copyOfRange(file, from, from + 32), sealed)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean opens(byte[] key, byte[] sealed) {
        try {
            ByteBuffer file = ByteBuffer.wrap(sealed, 1, sealed.length - 1);
            byte[] nonce = new byte[12];
            file.get(nonce);
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
            cipher.updateAAD("groeipuls/1/vault\0pulse:1".getBytes(java.nio.charset.StandardCharsets.UTF_8));
            cipher.doFinal(sealed, 13, sealed.length - 13);
            return true;
        } catch (GeneralSecurityException wrongKey) {
            return false;
        }
    }

    @Test
    void ticket_keys_come_with_the_pulse_and_are_never_exchanged() {
        FileVault vault = FileVault.at(folder());
        SortedMap<String, TicketKey> keys =
                vault.establish("pulse:1", needed("team:red")).tickets();

        assertThat(FileVault.at(folder())
                        .establish("pulse:1", needed("team:red"))
                        .tickets())
                .isEqualTo(keys);
        SortedMap<String, TicketKey> more =
                vault.establish("pulse:1", needed("team:red", "team:blue")).tickets();
        assertThat(more).hasSize(2).containsEntry("team:red", keys.get("team:red"));
        assertThat(vault.establish("pulse:1", needed("team:red")).tickets()).isEqualTo(more);
    }

    @Test
    void a_pulse_signs_with_the_key_of_the_group_and_no_longer_once_it_is_forgotten() {
        FileVault vault = FileVault.at(folder());
        FileVault otherNode = FileVault.at(folder());
        TicketKey key = vault.establish("pulse:1", needed("team:red")).tickets().get("team:red");
        TicketRequest request = TicketRequest.fresh(requireNonNull(key), new SecureRandom());

        byte[] signature = otherNode.sign("pulse:1", "team:red", request.blindedMessage());
        request.finish(signature);
        assertThat(vault.sign("pulse:1", "team:red", request.blindedMessage())).isEqualTo(signature);
        assertThatThrownBy(() -> vault.sign("pulse:1", "team:blue", request.blindedMessage()))
                .isInstanceOf(IllegalArgumentException.class);

        vault.destroy("pulse:1");
        assertThatThrownBy(() -> otherNode.sign("pulse:1", "team:red", request.blindedMessage()))
                .isInstanceOf(KeyLost.class);
    }

    @Test
    void with_two_layers_the_vault_never_has_the_outer_key() {
        CouncilKey council = CouncilKey.generate();
        FileVault vault = FileVault.at(folder());
        Needed needed = new Needed(new TreeSet<>(), Optional.of(council.publicKey()));

        PublicKeys keys = vault.establish("pulse:1", needed).layers();

        assertThat(keys.council()).isEqualTo(council.publicKey());
        assertThat(FileVault.at(folder()).boxKey("pulse:1").council()).isEmpty();
        assertThat(vault.establish("pulse:1", needed).layers()).isEqualTo(keys);
        assertThatThrownBy(() -> vault.establish("pulse:1")).isInstanceOf(CouncilKeyDiffers.class);
        vault.establish("pulse:2");
        assertThatThrownBy(() -> vault.establish("pulse:2", needed)).isInstanceOf(CouncilKeyDiffers.class);
    }

    @Test
    void a_wrapped_vault_key_opens_with_its_wrapping_only() {
        byte[] wrapping = new byte[32];
        PublicKeys keys = FileVault.at(folder(), KeyEncryption.aes(wrapping)).establish("pulse:1");

        assertThat(FileVault.at(folder(), KeyEncryption.aes(wrapping)).publicKeys("pulse:1"))
                .hasValue(keys);
        byte[] other = wrapping.clone();
        other[31] = 1;
        assertThatThrownBy(() -> FileVault.at(folder(), KeyEncryption.aes(other)))
                .isInstanceOf(KeyLost.class);
        FileVault copied = FileVault.at(folder());
        assertThatThrownBy(() -> copied.boxKey("pulse:1")).isInstanceOf(KeyLost.class);
    }

    private static Needed needed(String... ticketGroups) {
        return new Needed(new TreeSet<>(List.of(ticketGroups)), Optional.empty());
    }
}
