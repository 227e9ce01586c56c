package org.groeipuls.attack;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The bytes of a pulse's keys in a copy of the vault from while the pulse was open, so that they can be searched for
 * later. Reads the vault's files by itself, as a thief would.
 */
final class VaultSecrets {
    private static final int NONCE = 12;
    private static final int SCALAR = 32;
    private static final int PUBLIC = 65 + 91;

    private VaultSecrets() {}

    /** @throws AttackNotRun when the copy holds no key of this pulse that can be read */
    static List<byte[]> of(Path vault, String pulse) {
        try {
            var generation =
                    vault.resolve(Files.readString(vault.resolve("CURRENT")).strip());
            byte[] vaultKey = Files.readAllBytes(generation.resolve("vault.key"));
            byte[] sealed = Files.readAllBytes(generation.resolve(URLEncoder.encode(pulse, UTF_8) + ".sealed"));
            List<byte[]> secrets = new ArrayList<>(List.of(vaultKey, Arrays.copyOf(sealed, 4 * SCALAR)));
            byte[] plain = opened(vaultKey, sealed, pulse);
            secrets.add(Arrays.copyOf(plain, SCALAR));
            int rest = SCALAR + PUBLIC + 1;
            int scalars = plain[rest - 1] == 1 ? 3 : 2; // the council's half, the secret and the seed
            for (int at = 0; at < scalars; at++) {
                secrets.add(Arrays.copyOfRange(plain, rest + at * SCALAR, rest + (at + 1) * SCALAR));
            }
            return secrets;
        } catch (IOException | GeneralSecurityException unreadable) {
            throw new AttackNotRun("The copy of the vault holds no readable key of the open pulse", unreadable);
        }
    }

    private static byte[] opened(byte[] vaultKey, byte[] sealed, String pulse) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        var nonce = new GCMParameterSpec(128, sealed, 1, NONCE);
        cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(vaultKey, "AES"), nonce);
        cipher.updateAAD(("groeipuls/1/vault\0" + pulse).getBytes(UTF_8));
        return cipher.doFinal(sealed, 1 + NONCE, sealed.length - 1 - NONCE);
    }
}
