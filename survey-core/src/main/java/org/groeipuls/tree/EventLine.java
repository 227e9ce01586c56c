package org.groeipuls.tree;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.util.HexFormat;

/**
 * An event as it is exported: a CloudEvent 1.0, one a line. What is stored stands last and to the letter, so that its
 * bytes can be checked.
 *
 * @param dataschema names the schema of the event's revision (docs/events)
 * @param salt of its leaf, in lower-case hexadecimal
 */
@JsonPropertyOrder({
    "specversion",
    "id",
    "source",
    "type",
    "time",
    "datacontenttype",
    "dataschema",
    "position",
    "revision",
    "aggregate",
    "sequence",
    "salt",
    "data"
})
public record EventLine(
        String specversion,
        String id,
        String source,
        String type,
        String time,
        String datacontenttype,
        String dataschema,
        long position,
        String revision,
        String aggregate,
        long sequence,
        String salt,
        @JsonRawValue String data) {
    /** The line of an event; there is one way to write it. */
    public static EventLine of(RecordedEvent event, byte[] salt) {
        return new EventLine(
                "1.0",
                Long.toString(event.position()),
                "urn:groeipuls:history",
                event.type(),
                event.time(),
                "application/json",
                schema(event.type(), event.revision()),
                event.position(),
                event.revision(),
                event.aggregate(),
                event.sequence(),
                HexFormat.of().formatHex(salt),
                event.data());
    }

    /** What CloudEvents call {@code dataschema}. */
    public static String schema(String type, String revision) {
        return "urn:groeipuls:event:" + type + ":" + revision;
    }
}
