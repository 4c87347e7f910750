package dev.pgduo.replay.result;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * A parsed JSON object. Each method reads a field of a certain type; for a missing field or another type it throws
 * {@link NoSuchElementException} with the field's name.
 */
record JsonObject(Map<String, Object> fields) {
    private static final Object NULL = new Object();

    /**
     * Parses a text that is one object.
     *
     * @throws IOException when the text cannot be read, or is no JSON
     * @throws NoSuchElementException when it is another JSON value
     */
    static JsonObject read(Reader text) throws IOException {
        JsonFactory factory = JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        try (JsonParser json = factory.createParser(text)) {
            json.nextToken();
            Object value = value(json);
            if (!(value instanceof JsonObject object)) {
                throw new NoSuchElementException("The file is no JSON object.");
            }
            if (json.nextToken() != null) {
                throw new NoSuchElementException("There is more behind the JSON object.");
            }
            return object;
        }
    }

    private static Object value(JsonParser json) throws IOException {
        JsonToken token = json.currentToken();
        if (token == JsonToken.START_OBJECT) {
            Map<String, Object> fields = new LinkedHashMap<>();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                json.nextToken();
                fields.put(name, value(json));
            }
            return new JsonObject(fields);
        }
        if (token == JsonToken.START_ARRAY) {
            List<Object> items = new ArrayList<>();
            while (json.nextToken() != JsonToken.END_ARRAY) {
                items.add(value(json));
            }
            return items;
        }
        if (token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE) {
            return json.getBooleanValue();
        }
        if (token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT) {
            return json.getDoubleValue();
        }
        return token == JsonToken.VALUE_STRING ? json.getText() : NULL;
    }

    String text(String name) {
        return typed(name, String.class).orElseThrow(() -> wrong(name));
    }

    boolean flag(String name) {
        return typed(name, Boolean.class).orElseThrow(() -> wrong(name));
    }

    double number(String name) {
        return typed(name, Double.class).orElseThrow(() -> wrong(name));
    }

    int whole(String name) {
        return optionalWhole(name).orElseThrow(() -> wrong(name));
    }

    Optional<Integer> optionalWhole(String name) {
        return typed(name, Double.class).map(number -> {
            if (number != Math.rint(number) || Math.abs(number) > Integer.MAX_VALUE) {
                throw wrong(name);
            }
            return number.intValue();
        });
    }

    JsonObject object(String name) {
        return typed(name, JsonObject.class).orElseThrow(() -> wrong(name));
    }

    List<JsonObject> objects(String name) {
        return list(name, JsonObject.class);
    }

    List<String> texts(String name) {
        return list(name, String.class);
    }

    List<Integer> wholes(String name) {
        return list(name, Double.class).stream().map(Double::intValue).toList();
    }

    boolean has(String name) {
        return fields.containsKey(name);
    }

    private <T> List<T> list(String name, Class<T> type) {
        List<?> items = typed(name, List.class).orElseThrow(() -> wrong(name));
        if (!items.stream().allMatch(type::isInstance)) {
            throw wrong(name);
        }
        return items.stream().<T>map(type::cast).toList();
    }

    private <T> Optional<T> typed(String name, Class<T> type) {
        Object value = fields.get(name);
        if (value != null && !type.isInstance(value)) {
            throw wrong(name);
        }
        return Optional.ofNullable(value).map(type::cast);
    }

    /** The exception for a field that is missing or invalid. */
    NoSuchElementException wrong(String name) {
        return new NoSuchElementException(
                has(name)
                        ? "The field \"" + name + "\" is not as it should be."
                        : "The field \"" + name + "\" is missing.");
    }
}
