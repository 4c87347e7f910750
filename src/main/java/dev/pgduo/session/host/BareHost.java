package dev.pgduo.session.host;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A host without any facilities. */
final class BareHost extends PlainHost {
    BareHost() {
        super(Map.of());
    }

    @Override
    public int shell(String command, SessionOutput output) throws IOException {
        throw noShell();
    }

    @Override
    public Printed backquote(String command) throws IOException {
        throw noShell();
    }

    @Override
    public OutputStream pipe(String command, SessionOutput output) throws IOException {
        throw noShell();
    }

    @Override
    public InputStream reader(String command, SessionOutput output) throws IOException {
        throw noShell();
    }

    @Override
    public @Nullable String ask(String prompt, boolean secret) {
        return null;
    }

    private static IOException noShell() {
        return new IOException("there is no shell here");
    }
}
