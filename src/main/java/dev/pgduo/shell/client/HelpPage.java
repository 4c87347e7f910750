package dev.pgduo.shell.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What a program prints for {@code --help}, from a file beside this class. */
final class HelpPage {
    private HelpPage() {}

    static String of(String program) {
        try (InputStream in = HelpPage.class.getResourceAsStream(program + ".txt")) {
            if (in == null) {
                throw new IllegalStateException("no help of " + program);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).stripTrailing();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
