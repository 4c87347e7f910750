package dev.pgduo.session.host;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A host with a directory and an environment of its own for commands. Not thread-safe. */
public abstract class PlainHost implements SessionHost {
    private final Map<String, String> environment;
    private Path directory = Path.of("").toAbsolutePath();

    /** A host with these environment variables, in the current directory. */
    protected PlainHost(Map<String, String> environment) {
        this.environment = new TreeMap<>(environment);
    }

    @Override
    public final void environment(String name, @Nullable String value) {
        if (value == null) {
            environment.remove(name);
        } else {
            environment.put(name, value);
        }
    }

    @Override
    public final Map<String, String> environment() {
        return Map.copyOf(environment);
    }

    @Override
    public final void directory(Path next) {
        directory = next;
    }

    @Override
    public final Path currentDirectory() {
        return directory;
    }
}
