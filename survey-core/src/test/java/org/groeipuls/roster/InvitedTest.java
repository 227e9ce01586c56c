package org.groeipuls.roster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.groeipuls.team.GroupId;
import org.junit.jupiter.api.Test;

class InvitedTest {
    private static final byte[] SALT = HexFormat.of().parseHex("00112233445566778899aabbccddeeff".repeat(2));

    private static Invited invited(Map<String, List<String>> groups) {
        var people = new TreeMap<GroupId, SortedSet<PersonId>>();
        groups.forEach((group, subjects) -> people.put(
                new GroupId(group),
                new TreeSet<>(subjects.stream().map(PersonId::new).toList())));
        return new Invited(SALT, people);
    }

    @Test
    void the_commitment_is_what_the_protocol_says() throws Exception {
        var invited = invited(Map.of("roads", List.of("bo", "ann"), "leads.city", List.of("cé")));

        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.write("groeipuls/1/roster".getBytes(UTF_8));
        out.write(0);
        out.write(SALT);
        out.writeInt(2);
        write(out, "leads.city", "cé");
        write(out, "roads", "ann", "bo");
        var expected =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray()));

        assertThat(invited.commitment())
                .isEqualTo(expected)
                .isEqualTo("40ee97a34344574d0755ac0ec6095aef8afd87aa9de5861b9581716c1040681d");
    }

    private static void write(DataOutputStream out, String group, String... people) throws IOException {
        out.writeShort(group.getBytes(UTF_8).length);
        out.write(group.getBytes(UTF_8));
        out.writeInt(people.length);
        for (var person : people) {
            out.writeShort(person.getBytes(UTF_8).length);
            out.write(person.getBytes(UTF_8));
        }
    }

    @Test
    void people_stand_in_the_order_of_their_bytes_and_not_of_javas_characters() throws Exception {
        var high = "\uD83D\uDE00"; // above the basic plane: four bytes, but lower characters than the next
        var low = "\uFF5E";
        assertThat(high).isLessThan(low);
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.write("groeipuls/1/roster\0".getBytes(UTF_8));
        out.write(SALT);
        out.writeInt(1);
        write(out, "g", low, high);

        assertThat(invited(Map.of("g", List.of(high, low))).commitment())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray())));
    }

    @Test
    void no_two_rosters_have_one_commitment_because_of_where_a_name_ends() {
        var commitments = List.of(
                invited(Map.of("a", List.of("b", "c"))).commitment(),
                invited(Map.of("a", List.of("bc"))).commitment(),
                invited(Map.of("ab", List.of("c"))).commitment(),
                invited(Map.of("a", List.of("b"), "c", List.of())).commitment(),
                invited(Map.of("a", List.of(), "b", List.of("c"))).commitment());

        assertThat(commitments).doesNotHaveDuplicates();
    }

    @Test
    void another_salt_is_another_commitment_and_a_salt_has_32_bytes() {
        var one = invited(Map.of("a", List.of("b")));
        var other = SALT.clone();
        other[31] ^= 1;

        assertThat(new Invited(other, one.groups()).commitment()).isNotEqualTo(one.commitment());
        assertThatThrownBy(() -> new Invited(Arrays.copyOf(SALT, 16), one.groups()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(one.toString()).doesNotContain("b=").isEqualTo("Invited[not shown]");
    }
}
