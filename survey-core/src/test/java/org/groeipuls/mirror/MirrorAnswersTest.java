package org.groeipuls.mirror;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.groeipuls.anonymity.FileVault;
import org.groeipuls.anonymity.MirrorKeys;
import org.groeipuls.instrument.Catalogue;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.team.GroupId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MirrorAnswersTest {
    private static final List<String> ITEMS =
            Catalogue.builtIn().getFirst().form("leader").items();
    private static final MirrorId MIRROR = MirrorId.of("a", new GroupId("roads"), new PulseId("march"));

    @TempDir
    Path folder;

    private static byte[] chance(int number) {
        var chance = new byte[MirrorAnswers.CHANCE];
        Arrays.fill(chance, (byte) number);
        return chance;
    }

    private MirrorKeys keys() {
        return FileVault.at(folder).mirrorKeys();
    }

    private static Map<String, Integer> all(int answer) {
        Map<String, Integer> answers = new HashMap<>();
        ITEMS.forEach(item -> answers.put(item, answer));
        return answers;
    }

    @Test
    void what_was_sealed_is_read_with_its_key_in_its_place_and_nowhere_else() {
        var keys = keys();
        var answers = new MirrorAnswers(ITEMS, Map.of("LR4-self", 5, "LR1-self", 2));
        var sealed = answers.sealed(MIRROR, ITEMS, keys.establish("a"), chance(1));

        assertThat(MirrorAnswers.read(MIRROR, ITEMS, sealed, keys.establish("a")))
                .hasValue(answers);
        assertThat(answers.byItem()).containsExactly(Map.entry("LR1-self", 2), Map.entry("LR4-self", 5));
        assertThat(MirrorAnswers.read(MIRROR, ITEMS, sealed, keys.establish("b")))
                .isEmpty();
        var other = MirrorId.of("a", new GroupId("roads"), new PulseId("april"));
        assertThat(MirrorAnswers.read(other, ITEMS, sealed, keys.establish("a")))
                .isEmpty();
    }

    @Test
    void neither_its_length_nor_a_repetition_tells_anything() {
        var key = keys().establish("a");
        var few = new MirrorAnswers(ITEMS, Map.of("LR1-self", 1));
        var many = new MirrorAnswers(ITEMS, all(5));

        assertThat(few.sealed(MIRROR, ITEMS, key, chance(1)))
                .hasSameSizeAs(many.sealed(MIRROR, ITEMS, key, chance(1)))
                .isNotEqualTo(few.sealed(MIRROR, ITEMS, key, chance(2)));
        assertThat(few.toString()).doesNotContain("1");
    }

    @Test
    void what_is_no_answer_is_refused() {
        for (var wrong :
                List.of(Map.<String, Integer>of(), Map.of("LR1-self", 0), Map.of("LR1-self", 6), Map.of("LR1", 3))) {
            assertThatThrownBy(() -> new MirrorAnswers(ITEMS, wrong)).isInstanceOf(MirrorNotAllowed.class);
        }
    }

    @Test
    void a_destroyed_key_opens_nothing_any_more_and_is_no_secret_of_a_pulse() {
        var vault = FileVault.at(folder);
        vault.textKeys().establish("march");
        var keys = vault.mirrorKeys();
        var sealed = new MirrorAnswers(ITEMS, all(3)).sealed(MIRROR, ITEMS, keys.establish("a"), chance(1));
        keys.establish("b");
        assertThat(keys.ids()).containsExactly("a", "b");
        assertThat(vault.pulses()).isEmpty();
        assertThat(vault.textKeys().pulses()).containsExactly("march");

        keys.destroy("a");
        keys.destroy("a");
        assertThat(keys.find("a")).isEmpty();
        assertThat(keys.ids()).containsExactly("b");
        assertThat(vault.textKeys().find("march")).isPresent();
        assertThat(MirrorAnswers.read(MIRROR, ITEMS, sealed, keys.establish("a")))
                .isEmpty();
    }
}
