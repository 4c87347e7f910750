package dev.pgduo.cluster;

import dev.pgduo.cluster.conf.ConfValue;
import dev.pgduo.cluster.process.RunAs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A file of a data directory that is changed as a whole: a new file is written, synced and renamed over the old one, mode 0600 and
 * the server's own.
 *
 * @param file it; may not exist yet
 * @param runAs whose it must be
 */
record SettingsFile(Path file, RunAs runAs) {
    /** A value in single quotes, as a configuration file wants it. */
    static String quote(String value) {
        return ConfValue.quote(value);
    }

    /** Replaces the file's text; a missing file's is empty. */
    void edit(UnaryOperator<String> change) {
        try {
            write(change.apply(Files.exists(file) ? Files.readString(file) : ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sets a setting: its first line is replaced, further ones are dropped, and a new one goes to the end. */
    void set(String name, String value) {
        edit(text -> set(text, name, value));
    }

    static String set(String text, String name, String value) {
        String line = name + " = " + quote(value);
        List<String> lines = new ArrayList<>();
        boolean done = false;
        for (String old : text.lines().toList()) {
            boolean same = old.matches("(?i)\\s*" + name + "\\b.*");
            if (!same) {
                lines.add(old);
            } else if (!done) {
                lines.add(line);
                done = true;
            }
        }
        if (!done) {
            lines.add(line);
        }
        return String.join("\n", lines) + "\n";
    }

    private void write(String text) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".pgduo-new");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(fresh, text);
        try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        runAs.own(fresh);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
