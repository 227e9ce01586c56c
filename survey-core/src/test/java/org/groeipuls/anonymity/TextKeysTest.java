package org.groeipuls.anonymity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextKeysTest {
    private static final byte[] TEXT = "We bespraken het meteen.".getBytes(UTF_8);

    @TempDir
    Path folder;

    @Test
    void a_key_outlives_the_secrets_of_its_pulse_and_the_other_way_round() {
        var vault = FileVault.at(folder);
        vault.establish("march");
        var keys = vault.textKeys();
        var sealed = keys.establish("march").seal("march/city", TEXT);

        vault.destroy("march");
        assertThat(vault.pulses()).isEmpty();
        assertThat(FileVault.at(folder).textKeys().find("march").orElseThrow().open("march/city", sealed))
                .hasValue(TEXT);

        var secret = vault.establish("april");
        keys.destroy("march");
        assertThat(keys.find("march")).isEmpty();
        assertThat(keys.pulses()).isEmpty();
        assertThat(vault.publicKeys("april")).hasValue(secret);
    }

    @Test
    void the_servers_own_key_is_no_pulse_and_outlives_them_all() {
        var vault = FileVault.at(folder);
        var sealed = vault.ownKey("webhooks").seal("payroll", TEXT);
        vault.establish("march");
        vault.destroy("march");

        assertThat(vault.pulses()).isEmpty();
        assertThat(vault.textKeys().pulses()).isEmpty();
        assertThat(FileVault.at(folder).ownKey("webhooks").open("payroll", sealed))
                .hasValue(TEXT);
        assertThat(vault.ownKey("webhooks").open("intranet", sealed)).isEmpty();
        assertThat(vault.ownKey("mail").open("payroll", sealed)).isEmpty();
    }

    @Test
    void keys_of_links_and_of_texts_stand_apart() {
        var vault = FileVault.at(folder);
        var texts = vault.textKeys();
        var mail = vault.mailKeys();
        var sealed = mail.establish("march").seal("march/ann", TEXT);

        assertThat(texts.pulses()).isEmpty();
        assertThat(vault.pulses()).isEmpty();
        assertThat(texts.establish("march").open("march/ann", sealed)).isEmpty();

        mail.destroy("march");
        assertThat(mail.find("march")).isEmpty();
        assertThat(texts.pulses()).containsExactly("march");
        assertThat(mail.establish("march").open("march/ann", sealed)).isEmpty();
    }

    @Test
    void a_key_is_made_once() {
        var keys = FileVault.at(folder).textKeys();
        var sealed = keys.establish("march").seal("march/city", TEXT);
        assertThat(keys.establish("march").open("march/city", sealed)).hasValue(TEXT);
        assertThat(keys.establish("april").open("march/city", sealed)).isEmpty();
        assertThat(keys.pulses()).containsExactly("april", "march");
    }

    @Test
    void what_was_sealed_opens_in_its_own_place_only_and_unaltered() {
        var key = FileVault.at(folder).textKeys().establish("march");
        var sealed = key.seal("march/city", TEXT);
        assertThat(key.seal("march/city", TEXT)).isEqualTo(sealed);
        assertThat(key.seal("march/care", TEXT)).isNotEqualTo(sealed);
        assertThat(key.open("march/care", sealed)).isEmpty();
        assertThat(key.open("march/city", new byte[5])).isEmpty();
        for (int at = 0; at < sealed.length; at++) {
            var altered = sealed.clone();
            altered[at] ^= 1;
            assertThat(key.open("march/city", altered)).isEmpty();
        }
    }

    /** Every file of the vault as it was before the key was destroyed is gone or has other content. */
    @Test
    void after_the_end_of_retention_no_file_of_the_vault_opens_the_texts() throws IOException {
        var vault = FileVault.at(folder);
        vault.establish("april");
        var keys = vault.textKeys();
        keys.establish("march");
        var before = contents();
        keys.destroy("march");
        var after = contents();
        assertThat(after).isNotEmpty();
        assertThat(before).hasSizeGreaterThan(after.size());
        after.removeIf(content -> content.startsWith("CURRENT") || content.startsWith("identity")); // no keys
        assertThat(before).doesNotContainAnyElementsOf(after);
    }

    private List<String> contents() throws IOException {
        List<String> contents = new ArrayList<>();
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var bytes = Files.readAllBytes(file);
                if (bytes.length > 0) {
                    contents.add(
                            file.getFileName() + " " + java.util.HexFormat.of().formatHex(bytes));
                }
            }
        }
        return contents;
    }
}
