package dev.pgduo.session.query;

import java.io.BufferedOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

/** Files by the names that are typed, and pipes. */
public final class Targets {
    private Targets() {}

    /** A file in the session's current directory, or the input of a shell line after a bar. */
    public static OutputStream open(String target, Psql psql) throws IOException {
        if (target.startsWith("|")) {
            return psql.host().pipe(target.substring(1), psql.output());
        }
        try {
            return new BufferedOutputStream(Files.newOutputStream(path(target, psql)), 1 << 16);
        } catch (IOException e) {
            throw new IOException(target + ": " + reason(e), e);
        }
    }

    /** The file of this name; a tilde at the start is the home directory. */
    public static Path path(String name, Psql psql) {
        String home = psql.host().environment().get("HOME");
        boolean tilde = home != null && (name.equals("~") || name.startsWith("~/"));
        return psql.host().currentDirectory().resolve(tilde ? home + name.substring(1) : name);
    }

    /** The C library's words for a file that cannot be used. */
    public static String reason(IOException failure) {
        if (failure instanceof NoSuchFileException || failure instanceof FileNotFoundException) {
            return "No such file or directory";
        }
        if (failure instanceof AccessDeniedException) {
            return "Permission denied";
        }
        if (failure instanceof NotDirectoryException) {
            return "Not a directory";
        }
        if ("Stream closed".equals(failure.getMessage())) {
            return "Broken pipe";
        }
        boolean named = failure instanceof FileSystemException;
        String reason = named ? ((FileSystemException) failure).getReason() : failure.getMessage();
        return String.valueOf(reason);
    }
}
