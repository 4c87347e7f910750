package dev.pgduo.session.meta;

import dev.pgduo.scan.SlashScanner;
import dev.pgduo.session.query.Psql;
import dev.pgduo.session.query.ShellResult;
import java.io.IOException;
import java.util.List;

/** {@code \!}: runs a shell command, or starts a shell. */
final class ShellEscape implements MetaCommand {
    /** The shell's exit code when there is no such command. */
    private static final int NOT_FOUND = 127;

    @Override
    public List<String> names() {
        return List.of("!");
    }

    @Override
    public String help() {
        return "execute command in shell or start interactive shell";
    }

    @Override
    public Arguments arguments() {
        return Arguments.LINE;
    }

    @Override
    public Next run(String name, SlashScanner arguments, Psql psql) throws IOException {
        psql.target().flush();
        int code = psql.host().shell(arguments.wholeLine(), psql.output());
        ShellResult.note(psql, code);
        if (code == NOT_FOUND) {
            psql.err("\\!: failed");
            return Next.FAILED;
        }
        return Next.CONTINUE;
    }
}
