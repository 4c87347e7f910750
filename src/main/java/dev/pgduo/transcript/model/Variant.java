package dev.pgduo.transcript.model;

import java.util.Map;

/**
 * The variant of a lab that is played.
 *
 * @param language the language, as in conditions: {@code en}, {@code ru}
 * @param values the values that replace those of {@code %set}, by name
 */
public record Variant(String language, Map<String, String> values) {
    /** The language of a lab that names none. */
    public static final String DEFAULT_LANGUAGE = "en";

    /** The default variant. */
    public static final Variant PLAIN = new Variant(DEFAULT_LANGUAGE, Map.of());

    public Variant {
        values = Map.copyOf(values);
    }

    /** Whether a text is a language's code: {@code en}, {@code pt-BR}. */
    public static boolean isLanguage(String text) {
        return text.matches("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*");
    }

    /** The same in another language. */
    public Variant in(String other) {
        return new Variant(other, values);
    }

    /** The same with other values. */
    public Variant with(Map<String, String> others) {
        return new Variant(language, others);
    }
}
