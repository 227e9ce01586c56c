package org.groeipuls.instrument;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/** The instruments that come with the product, and the strict reader of instrument files. */
public final class Catalogue {

    private static final List<String> FILES = List.of("instruments/groeipuls-1.json");

    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfigDefaults(coercion -> {
                for (CoercionInputShape shape : CoercionInputShape.values()) {
                    coercion.setCoercion(shape, CoercionAction.Fail);
                }
            })
            .build();

    private Catalogue() {}

    /**
     * Every instrument of the product, oldest version first.
     *
     * @throws InvalidInstrument if a shipped file is faulty, with file and line
     */
    public static List<Instrument> builtIn() {
        return FILES.stream().map(file -> parse(file, resource(file))).toList();
    }

    /**
     * Reads one instrument. Unknown or repeated fields, other types, text after the end and every broken rule are refused.
     *
     * @param source name of the file, for the message
     * @throws InvalidInstrument with source, line and remedy
     */
    public static Instrument parse(String source, String json) {
        @Nullable Instrument read;
        try {
            read = STRICT.readValue(json, Instrument.class);
        } catch (JacksonException fault) {
            throw at(source, json, fault);
        }
        if (read == null) {
            throw located(source, 1, "null is not an instrument: write an object with a key, items and forms");
        }
        return read;
    }

    private static InvalidInstrument at(String source, String json, JacksonException fault) {
        InvalidInstrument broken = ruleIn(fault);
        if (broken == null) {
            return located(source, line(fault), Complaint.of(fault));
        }
        int line = Lines.of(json, broken);
        return located(source, line > 0 ? line : line(fault), String.valueOf(broken.getMessage()));
    }

    private static InvalidInstrument located(String source, int line, String message) {
        return new InvalidInstrument("%s, line %d: %s".formatted(source, line, message));
    }

    private static @Nullable InvalidInstrument ruleIn(@Nullable Throwable fault) {
        Throwable cause = fault;
        while (cause != null && !(cause instanceof InvalidInstrument)) {
            cause = cause.getCause();
        }
        return (InvalidInstrument) cause;
    }

    private static int line(JacksonException fault) {
        TokenStreamLocation location = fault.getLocation();
        return location == null ? 1 : Math.max(1, location.getLineNr());
    }

    private static String resource(String file) {
        try (InputStream in = Catalogue.class.getResourceAsStream("/" + file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is not on the class path: build survey-core again");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file + " cannot be read", unreadable);
        }
    }
}
