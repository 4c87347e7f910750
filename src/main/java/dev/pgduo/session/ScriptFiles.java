package dev.pgduo.session;

import dev.pgduo.session.query.Psql;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/** {@code \i} and {@code \ir}: finds script files and has them read. Not thread-safe. */
final class ScriptFiles implements Psql.Scripts {
    private final Psql psql;
    private final MainLoop loop;
    private final Deque<Path> running = new ArrayDeque<>();

    ScriptFiles(Psql psql, MainLoop loop) {
        this.psql = psql;
        this.loop = loop;
    }

    @Override
    public boolean include(String file, boolean relative) {
        Path path = resolve(file, relative);
        try {
            String text = Files.readString(path, StandardCharsets.UTF_8);
            running.push(path);
            try {
                loop.script(text.lines().iterator());
            } finally {
                running.pop();
            }
            return true;
        } catch (IOException e) {
            String reason = e instanceof NoSuchFileException ? "No such file or directory" : e.getMessage();
            psql.err(file + ": " + reason);
            return false;
        }
    }

    private Path resolve(String file, boolean relative) {
        Path script = running.peek();
        Path base = relative && script != null
                ? script.resolveSibling("")
                : psql.host().currentDirectory();
        return base.resolve(file);
    }
}
