package dev.pgduo.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Reads texts that come with the program: UTF-8 files beside a class. */
public final class ResourceText {
    private ResourceText() {}

    /**
     * The whole text.
     *
     * @param beside the class in whose package the file is
     * @param name the file's name
     * @throws IllegalStateException when there is no such file
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
