package dev.pgduo.session.host;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A host that has nothing to offer. */
final class BareHost implements SessionHost {
    private final Map<String, String> environment = new TreeMap<>();
    private Path directory = Path.of("").toAbsolutePath();

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
    public InputStream reader(String command) throws IOException {
        throw noShell();
    }

    @Override
    public @Nullable String ask(String prompt, boolean secret) {
        return null;
    }

    @Override
    public InputStream input() {
        return InputStream.nullInputStream();
    }

    @Override
    public void environment(String name, @Nullable String value) {
        if (value == null) {
            environment.remove(name);
        } else {
            environment.put(name, value);
        }
    }

    @Override
    public void directory(Path next) {
        directory = next;
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
        return directory;
    }

    @Override
    public Map<String, String> environment() {
        return Map.copyOf(environment);
    }

    private static IOException noShell() {
        return new IOException("there is no shell here");
    }
}
