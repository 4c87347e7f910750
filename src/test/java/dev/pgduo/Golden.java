package dev.pgduo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A text that is kept beside the tests as it shall be. With the system property {@code pgduo.golden.update} it is renewed instead of
 * compared, for a person to look at.
 */
public final class Golden {
    private static final Path RESOURCES = Path.of("src/test/resources");

    private Golden() {}

    /**
     * Compares.
     *
     * @param test whose package the text belongs to
     * @param name of the file
     */
    public static void assertSame(Class<?> test, String name, String text) {
        Path file = RESOURCES.resolve(test.getPackageName().replace('.', '/')).resolve(name);
        if (Boolean.getBoolean("pgduo.golden.update")) {
            write(file, text);
        }
        assertThat(file).content().isEqualTo(text);
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
