package org.groeipuls.analyst;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.groeipuls.tree.EventLine;
import org.groeipuls.tree.RecordedEvent;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A line of an export: the event to the letter, and the salt of its leaf. */
record ExportedEvent(String line, RecordedEvent event, byte[] salt) {
    static final JsonMapper JSON = JsonMapper.builder().build();

    /** @throws WrongUse when this is no line of an export */
    static ExportedEvent parse(String line) {
        Map<String, String> fields = new HashMap<>();
        try (var parser = JSON.createParser(line)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new WrongUse("This is no line of an export");
            }
            for (var name = parser.nextName(); name != null; name = parser.nextName()) {
                var token = parser.nextToken();
                int from = (int) parser.currentTokenLocation().getCharOffset();
                if (token.isStructStart()) {
                    parser.skipChildren();
                    fields.put(name, line.substring(from, (int)
                            parser.currentLocation().getCharOffset()));
                } else {
                    fields.put(name, parser.getString());
                }
            }
            return new ExportedEvent(
                    line,
                    new RecordedEvent(
                            Long.parseLong(field(fields, "position")),
                            field(fields, "type"),
                            field(fields, "revision"),
                            field(fields, "aggregate"),
                            Long.parseLong(field(fields, "sequence")),
                            field(fields, "time"),
                            field(fields, "data")),
                    HexFormat.of().parseHex(field(fields, "salt")));
        } catch (JacksonException | IllegalArgumentException broken) {
            throw new WrongUse("This is no line of an export");
        }
    }

    private static String field(Map<String, String> fields, String name) {
        var value = fields.get(name);
        if (value == null) {
            throw new WrongUse("A line of the export has no " + name + "; export history again with this version");
        }
        return value;
    }

    /** Whether it stands there exactly as the server writes it, in what is not hashed too. */
    boolean asWritten() {
        return line.equals(JSON.writeValueAsString(EventLine.of(event, salt)));
    }

    JsonNode data() {
        return JSON.readTree(event.data());
    }
}
