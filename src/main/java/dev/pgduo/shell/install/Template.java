package dev.pgduo.shell.install;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The texts of this package among the resources. */
final class Template {
    private Template() {}

    static String read(String name) {
        try (InputStream text = Template.class.getResourceAsStream(name)) {
            if (text == null) {
                throw new IllegalStateException("no resource " + name);
            }
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
