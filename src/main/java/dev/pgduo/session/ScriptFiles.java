package dev.pgduo.session;

import dev.pgduo.report.FailureReason;
import dev.pgduo.session.meta.MetaCommands;
import dev.pgduo.session.query.Frame;
import dev.pgduo.session.query.Psql;
import dev.pgduo.session.query.StreamSource;
import dev.pgduo.session.query.Targets;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Script files of {@code \i} and {@code \ir}. Not thread-safe. */
final class ScriptFiles implements Psql.Scripts {
    private final Psql psql;
    private final MetaCommands commands;

    ScriptFiles(Psql psql, MetaCommands commands) {
        this.psql = psql;
        this.commands = commands;
    }

    @Override
    public boolean include(String file, boolean relative) {
        return run(file, relative) == MainLoop.SUCCESS;
    }

    /** Runs a script file; returns psql's exit code. */
    int run(String file, boolean relative) {
        if (file.equals("-")) {
            return read(StreamSource.over(psql.host().input()), "<stdin>");
        }
        String name = name(file, relative);
        if (name.isEmpty()) {
            psql.err(": No such file or directory");
            return MainLoop.FAILURE;
        }
        try (InputStream in = psql.host().read(Targets.path(name, psql))) {
            return read(new StreamSource(in), name);
        } catch (IOException e) {
            psql.err(name + ": " + FailureReason.of(e));
            return MainLoop.FAILURE;
        }
    }

    /** Runs a script; returns psql's exit code. */
    int read(StreamSource source, @Nullable String name) {
        psql.log().terse(true);
        return new MainLoop(psql, commands, new Frame(source, name)).script();
    }

    private String name(String file, boolean relative) {
        String script = psql.frame().file();
        if (!relative || script == null || file.startsWith("/")) {
            return file;
        }
        Path parent = Path.of(script).getParent();
        return parent == null ? file : parent.resolve(file).normalize().toString();
    }
}
