package dev.pgduo.session.meta;

import dev.pgduo.report.CommandFailed;
import dev.pgduo.scan.SlashScanner;
import dev.pgduo.session.query.Psql;
import dev.pgduo.session.query.Targets;
import dev.pgduo.table.ByteText;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/** {@code \w}, {@code \write}: writes the query buffer to a file or program. */
final class WriteBuffer implements MetaCommand {
    private static final int TELLS = 16;

    @Override
    public List<String> names() {
        return List.of("w", "write");
    }

    @Override
    public String help() {
        return "write query buffer to file";
    }

    @Override
    public Arguments arguments() {
        return Arguments.FILE_OR_PIPE;
    }

    @Override
    public Next run(String name, SlashScanner arguments, Psql psql) throws IOException {
        Optional<String> file = arguments.fileOrPipeStripped();
        if (file.isEmpty()) {
            psql.err("\\" + name + ": missing required argument");
            return Next.FAILED;
        }
        String text = psql.buffer().isEmpty()
                ? psql.frame().previous()
                : psql.buffer().toString();
        try (OutputStream out = Targets.open(file.get(), psql)) {
            out.write(ByteText.encode(text.isEmpty() ? "" : text + "\n"));
        } catch (CommandFailed e) {
            return failed(file.get(), e, psql);
        }
        return Next.CONTINUE;
    }

    /** Reports a failed program; psql does so since 16. */
    private static Next failed(String program, CommandFailed failure, Psql psql) {
        if (psql.major() < TELLS) {
            return Next.CONTINUE;
        }
        psql.err(program + ": " + failure.getMessage());
        return Next.FAILED;
    }
}
