package dev.pgduo.session.meta;

import dev.pgduo.session.query.Psql;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where {@code \g} and {@code \o} send results. */
final class Targets {
    private Targets() {}

    /** A file in the session's current directory, or the input of a shell line after a bar. */
    static OutputStream open(String target, Psql psql) throws IOException {
        if (target.startsWith("|")) {
            return psql.host().pipe(target.substring(1), psql.output());
        }
        Path file = psql.host().currentDirectory().resolve(target);
        try {
            return new BufferedOutputStream(Files.newOutputStream(file));
        } catch (IOException e) {
            throw new IOException(MetaCommands.unopened(target, e), e);
        }
    }
}
