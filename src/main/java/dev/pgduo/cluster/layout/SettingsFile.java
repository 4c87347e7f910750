package dev.pgduo.cluster.layout;

import dev.pgduo.cluster.conf.ConfFile;
import dev.pgduo.cluster.conf.ConfValue;
import dev.pgduo.cluster.files.AtomicFile;
import dev.pgduo.cluster.process.RunAs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.function.UnaryOperator;

/**
 * A file of a data directory that is changed as a whole: a new file is written, synced and renamed over the old one, mode 0600 and
 * the server's own.
 *
 * @param file it; may not exist yet
 * @param runAs whose it must be
 */
public record SettingsFile(Path file, RunAs runAs) {
    /** A value in single quotes, as a configuration file wants it. */
    public static String quote(String value) {
        return ConfValue.quote(value);
    }

    /** Replaces the file's text; a missing file's is empty. */
    public void edit(UnaryOperator<String> change) {
        try {
            write(change.apply(Files.exists(file) ? Files.readString(file) : ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sets a setting where the file has it, or on a new line. */
    public void set(String name, String value) {
        edit(text -> set(text, name, value));
    }

    /** Takes settings out, if the file is there. */
    public void reset(Collection<String> names) {
        if (!Files.exists(file)) {
            return;
        }
        edit(text -> {
            ConfFile conf = ConfFile.parse(text, file.toString());
            for (String name : names) {
                conf = conf.reset(name);
            }
            return conf.text();
        });
    }

    public static String set(String text, String name, String value) {
        return ConfFile.parse(text, "the file").set(name, value).text();
    }

    private void write(String text) throws IOException {
        AtomicFile.write(file, text, runAs::own);
    }
}
