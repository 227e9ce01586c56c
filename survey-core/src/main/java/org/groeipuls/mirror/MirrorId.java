package org.groeipuls.mirror;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.refusal.IdNotAllowed;
import org.groeipuls.team.GroupId;

/**
 * The own answers of one lead at one pulse of one group. Only whoever has the id of the lead's key can make it, so it
 * names nobody, and nothing joins the mirrors of one lead.
 *
 * @param value 32 hexadecimal digits
 */
public record MirrorId(@JsonValue String value) implements Comparable<MirrorId> {
    private static final String DOMAIN = "groeipuls/1/mirror-id";
    private static final int DIGITS = 32;

    /** @throws IdNotAllowed when the value cannot be an id */
    @JsonCreator
    public MirrorId {
        IdNotAllowed.check("mirror", value);
    }

    /** The first half of SHA-256(domain | 0x00 | key id | 0x00 | group | 0x00 | pulse). */
    public static MirrorId of(String keyId, GroupId group, PulseId pulse) {
        var whole = String.join("\0", DOMAIN, keyId, group.value(), pulse.value());
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(whole.getBytes(UTF_8));
            return new MirrorId(HexFormat.of().formatHex(digest).substring(0, DIGITS));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }

    @Override
    public int compareTo(MirrorId other) {
        return value.compareTo(other.value);
    }

    /** The id with its type, which is what the event store knows the aggregate by. */
    @Override
    public String toString() {
        return "mirror:" + value;
    }
}
