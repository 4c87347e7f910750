package dev.pgduo.session.host;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Map;

/** A host that has nothing to offer. */
final class BareHost implements SessionHost {
    @Override
    public int shell(String command, SessionOutput output) throws IOException {
        throw noShell();
    }

    @Override
    public String backquote(String command) throws IOException {
        throw noShell();
    }

    @Override
    public OutputStream pipe(String command, SessionOutput output) throws IOException {
        throw noShell();
    }

    @Override
    public Answer command(String name, String arguments, SessionOutput output) {
        return Answer.NOT_MINE;
    }

    @Override
    public int terminalWidth() {
        return 0;
    }

    @Override
    public boolean interactive() {
        return false;
    }

    @Override
    public Path currentDirectory() {
        return Path.of("").toAbsolutePath();
    }

    @Override
    public Map<String, String> environment() {
        return Map.of();
    }

    private static IOException noShell() {
        return new IOException("there is no shell here");
    }
}
