package org.groeipuls.api.analyst;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsonFormatVisitors.JsonAnyFormatVisitor;
import tools.jackson.databind.jsonFormatVisitors.JsonArrayFormatVisitor;
import tools.jackson.databind.jsonFormatVisitors.JsonBooleanFormatVisitor;
import tools.jackson.databind.jsonFormatVisitors.JsonFormatTypes;
import tools.jackson.databind.jsonFormatVisitors.JsonFormatVisitable;
import tools.jackson.databind.jsonFormatVisitors.JsonFormatVisitorWrapper;
import tools.jackson.databind.jsonFormatVisitors.JsonIntegerFormatVisitor;
import tools.jackson.databind.jsonFormatVisitors.JsonMapFormatVisitor;
import tools.jackson.databind.jsonFormatVisitors.JsonNumberFormatVisitor;
import tools.jackson.databind.jsonFormatVisitors.JsonObjectFormatVisitor;
import tools.jackson.databind.jsonFormatVisitors.JsonStringFormatVisitor;
import tools.jackson.databind.jsonFormatVisitors.JsonValueFormat;
import tools.jackson.databind.node.ObjectNode;

/** Makes the schema of one type while Jackson tells how it would write it. */
final class SchemaOf extends JsonFormatVisitorWrapper.Base {
    private final JsonMapper json;
    private final ObjectNode schema;

    private SchemaOf(JsonMapper json, ObjectNode schema) {
        this.json = json;
        this.schema = schema;
    }

    static ObjectNode event(JsonMapper json, Class<?> type) {
        var schema = json.createObjectNode().put("$schema", "https://json-schema.org/draft/2020-12/schema");
        json.acceptJsonFormatVisitor(type, new SchemaOf(json, schema));
        return schema;
    }

    private void fill(ObjectNode into, JavaType type) {
        var kinds = type.getRawClass().getAnnotation(JsonSubTypes.class);
        if (kinds != null) {
            oneOf(into, type.getRawClass(), kinds);
            return;
        }
        json.acceptJsonFormatVisitor(type, new SchemaOf(json, into));
    }

    /** One of several, told apart by the word in one property. */
    private void oneOf(ObjectNode into, Class<?> family, JsonSubTypes kinds) {
        var word = family.getAnnotation(JsonTypeInfo.class).property();
        var choices = into.putArray("oneOf");
        for (var kind : kinds.value()) {
            var choice = choices.addObject();
            json.acceptJsonFormatVisitor(kind.value(), new SchemaOf(json, choice));
            choice.withObject("/properties").putObject(word).put("const", kind.name());
            choice.withArray("/required").add(word);
        }
    }

    private <T> @Nullable T simple(String type) {
        schema.put("type", type);
        return null;
    }

    @Override
    public @Nullable JsonIntegerFormatVisitor expectIntegerFormat(JavaType type) {
        return simple("integer");
    }

    @Override
    public @Nullable JsonNumberFormatVisitor expectNumberFormat(JavaType type) {
        return simple("number");
    }

    @Override
    public @Nullable JsonBooleanFormatVisitor expectBooleanFormat(JavaType type) {
        return simple("boolean");
    }

    @Override
    public @Nullable JsonAnyFormatVisitor expectAnyFormat(JavaType type) {
        return null;
    }

    @Override
    public JsonStringFormatVisitor expectStringFormat(JavaType type) {
        schema.put("type", "string");
        return new JsonStringFormatVisitor() {
            @Override
            public void format(JsonValueFormat format) {
                schema.put("format", format.toString());
            }

            @Override
            public void enumTypes(Set<String> words) {
                var all = schema.putArray("enum");
                new TreeSet<>(words).forEach(all::add);
            }
        };
    }

    @Override
    public JsonArrayFormatVisitor expectArrayFormat(JavaType type) {
        schema.put("type", "array");
        return new JsonArrayFormatVisitor.Base(getContext()) {
            @Override
            public void itemsFormat(JsonFormatVisitable handler, JavaType element) {
                fill(schema.putObject("items"), element);
            }

            @Override
            public void itemsFormat(JsonFormatTypes format) {
                schema.putObject("items").put("type", format.value());
            }
        };
    }

    @Override
    public JsonMapFormatVisitor expectMapFormat(JavaType type) {
        schema.put("type", "object");
        return new JsonMapFormatVisitor.Base(getContext()) {
            @Override
            public void valueFormat(JsonFormatVisitable handler, JavaType value) {
                fill(schema.putObject("additionalProperties"), value);
            }
        };
    }

    @Override
    public JsonObjectFormatVisitor expectObjectFormat(JavaType type) {
        schema.put("type", "object");
        var properties = schema.putObject("properties");
        var required = schema.putArray("required");
        return new JsonObjectFormatVisitor.Base(getContext()) {
            @Override
            public void property(BeanProperty property) {
                optionalProperty(property);
            }

            @Override
            public void optionalProperty(BeanProperty property) {
                fill(properties.putObject(property.getName()), property.getType());
                if (always(type.getRawClass(), property.getName())) {
                    required.add(property.getName());
                }
            }

            @Override
            public void optionalProperty(String name, JsonFormatVisitable handler, JavaType value) {
                fill(properties.putObject(name), value);
            }
        };
    }

    private static boolean always(Class<?> owner, String property) {
        return owner.isRecord()
                && Arrays.stream(owner.getRecordComponents())
                        .filter(component -> component.getName().equals(property))
                        .noneMatch(SchemaOf::nullable);
    }

    private static boolean nullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }
}
