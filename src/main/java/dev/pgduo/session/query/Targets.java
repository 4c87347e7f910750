package dev.pgduo.session.query;

import dev.pgduo.report.FailureReason;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/** Opens files by typed names, and pipes. */
public final class Targets {
    private Targets() {}

    /** Opens a file in the session's current directory, or the standard input of a shell line after a bar. */
    public static OutputStream open(String target, Psql psql) throws IOException {
        if (target.startsWith("|")) {
            return ShellResult.noted(psql.host().pipe(target.substring(1), psql.output()), psql);
        }
        try {
            return new BufferedOutputStream(psql.host().write(path(target, psql)), 1 << 16);
        } catch (IOException e) {
            throw new IOException(target + ": " + FailureReason.of(e), e);
        }
    }

    /** The path for a typed name; a tilde at its beginning is the home directory. */
    public static Path path(String name, Psql psql) {
        String home = psql.host().environment().get("HOME");
        boolean tilde = home != null && (name.equals("~") || name.startsWith("~/"));
        return psql.host().currentDirectory().resolve(tilde ? home + name.substring(1) : name);
    }
}
