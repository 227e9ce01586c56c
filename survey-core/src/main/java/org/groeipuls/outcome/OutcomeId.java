package org.groeipuls.outcome;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.groeipuls.refusal.IdNotAllowed;
import org.groeipuls.scoring.Checkpoint;
import org.groeipuls.team.GroupId;

/**
 * One judgement of one line: the same group, construct, anchor and checkpoint have the same id, so that none is given
 * twice.
 *
 * @param value the id without its type, as in JSON; 32 lower-case hexadecimal characters
 */
public record OutcomeId(@JsonValue String value) {
    private static final int LENGTH = 32;

    /** @throws IdNotAllowed when the value cannot be an id */
    @JsonCreator
    public OutcomeId {
        IdNotAllowed.check("outcome", value);
    }

    /** The id of what is said of this line at this checkpoint. */
    public static OutcomeId of(GroupId group, String construct, Anchored anchor, Checkpoint checkpoint) {
        var marker = anchor.marker();
        var whole = String.join(
                "/",
                group.value(),
                construct,
                anchor.pulse().value(),
                marker == null ? "" : marker.value(),
                checkpoint.name());
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(whole.getBytes(UTF_8));
            return new OutcomeId(HexFormat.of().formatHex(digest).substring(0, LENGTH));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }

    /** The id with its type, which is what the event store knows the aggregate by. */
    @Override
    public String toString() {
        return "outcome:" + value;
    }
}
