package dev.pgduo.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A text that comes with the program: a file in UTF-8 beside a class. */
public final class ResourceText {
    private ResourceText() {}

    /**
     * The whole text.
     *
     * @param beside the class that the file is beside
     * @param name of the file
     * @throws IllegalStateException when the program has no such file
     */
    public static String of(Class<?> beside, String name) {
        try (InputStream text = beside.getResourceAsStream(name)) {
            if (text == null) {
                throw new IllegalStateException("no resource " + name + " beside " + beside.getName());
            }
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
