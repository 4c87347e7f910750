package dev.pgduo.session.help;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A text in a resource of this package. */
final class HelpResource {
    private HelpResource() {}

    static String read(String name) {
        try (InputStream stream = HelpResource.class.getResourceAsStream(name + ".txt")) {
            if (stream == null) {
                throw new IllegalStateException("no help text " + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
