package org.groeipuls.roster;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.groeipuls.team.GroupId;

/**
 * Whom a pulse asks, frozen before it was issued.
 *
 * @param salt 32 random bytes, without which nobody can guess who is behind the commitment
 * @param groups everybody who may fetch a ticket, by the group whose ticket it is
 */
public record Invited(byte[] salt, SortedMap<GroupId, SortedSet<PersonId>> groups) {
    static final int SALT = 32;
    private static final byte[] DOMAIN = "groeipuls/1/roster\0".getBytes(UTF_8);

    /** @throws IllegalArgumentException when the salt has another length */
    public Invited {
        if (salt.length != SALT) {
            throw new IllegalArgumentException("A salt has " + SALT + " bytes");
        }
        salt = salt.clone();
        var copy = new TreeMap<GroupId, SortedSet<PersonId>>();
        groups.forEach((group, people) -> copy.put(group, Collections.unmodifiableSortedSet(new TreeSet<>(people))));
        groups = Collections.unmodifiableSortedMap(copy);
    }

    @Override
    public byte[] salt() {
        return salt.clone();
    }

    /**
     * What history keeps of this, lower-case hex of the SHA-256 in docs/protocol.md: it binds everybody's place and
     * tells nobody's.
     */
    public String commitment() {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(DOMAIN);
        bytes.writeBytes(salt);
        bytes.writeBytes(number(groups.size()));
        groups.forEach((group, people) -> {
            text(bytes, group.value().getBytes(UTF_8));
            bytes.writeBytes(number(people.size()));
            people.stream()
                    .map(person -> person.subject().getBytes(UTF_8))
                    .sorted(Arrays::compareUnsigned)
                    .forEach(subject -> text(bytes, subject));
        });
        return HexFormat.of().formatHex(sha256(bytes.toByteArray()));
    }

    private static void text(ByteArrayOutputStream bytes, byte[] text) {
        bytes.writeBytes(
                ByteBuffer.allocate(Short.BYTES).putShort((short) text.length).array());
        bytes.writeBytes(text);
    }

    private static byte[] number(int number) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(number).array();
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Invited that && Arrays.equals(salt, that.salt) && groups.equals(that.groups);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(salt) + groups.hashCode();
    }

    @Override
    public String toString() {
        return "Invited[not shown]";
    }
}
