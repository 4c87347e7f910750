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
 * A file of a data directory that is replaced when it is changed: a new file, with mode 0600 and the server's user as owner, is
 * written, synced and renamed over the old one.
 *
 * @param file the file, which may not exist yet
 * @param runAs the owner's rights
 */
public record SettingsFile(Path file, RunAs runAs) {
    /** The value in single quotes, as in a configuration file. */
    public static String quote(String value) {
        return ConfValue.quote(value);
    }

    /** Changes the file's text; that of a missing file is empty. */
    public void edit(UnaryOperator<String> change) {
        try {
            write(change.apply(Files.exists(file) ? Files.readString(file) : ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sets a setting in its line, or in a new one. */
    public void set(String name, String value) {
        edit(text -> set(text, name, value));
    }

    /** Removes settings, if the file exists. */
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
