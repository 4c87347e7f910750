package dev.pgduo.session.copy;

import dev.pgduo.report.FailureReason;
import dev.pgduo.session.query.Psql;
import dev.pgduo.session.query.QuerySender;
import dev.pgduo.session.query.Request;
import dev.pgduo.session.query.ResultUse;
import dev.pgduo.session.query.ShellResult;
import dev.pgduo.session.query.SourceFeed;
import dev.pgduo.session.query.StreamSource;
import dev.pgduo.session.query.Targets;
import dev.pgduo.wire.WireConnection;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code \copy}: a COPY from or to a file, program or stream of the client (psql 15: {@code do_copy}). */
public final class CopyCommand {
    private final Psql psql;
    private final CopyLine line;

    private CopyCommand(Psql psql, CopyLine line) {
        this.psql = psql;
        this.line = line;
    }

    /** Runs the command; returns whether nothing has failed. */
    public static boolean run(String text, Psql psql) {
        try {
            WireConnection connection = psql.connection();
            boolean standard = connection == null || "on".equals(connection.parameter("standard_conforming_strings"));
            return new CopyCommand(psql, CopyLine.of(text, standard)).run();
        } catch (CopyLine.Wrong e) {
            psql.err(String.valueOf(e.getMessage()));
            return false;
        }
    }

    /** The file, or the program after a bar, in a {@code \copy} line; empty for streams, and for an invalid line. */
    public static Optional<String> target(String text, boolean standardStrings) {
        try {
            CopyLine line = CopyLine.of(text, standardStrings);
            return switch (line.place()) {
                case FILE -> Optional.of(line.name());
                case PROGRAM -> Optional.of("|" + line.name());
                case SESSION, PROCESS -> Optional.empty();
            };
        } catch (CopyLine.Wrong e) {
            return Optional.empty();
        }
    }

    private boolean run() {
        try {
            return line.from() ? in() : out();
        } catch (IOException e) {
            boolean program = line.place() == CopyLine.Place.PROGRAM;
            psql.err(
                    program
                            ? "could not execute command \"" + line.name() + "\": " + FailureReason.of(e)
                            : line.name() + ": " + FailureReason.of(e));
            return false;
        }
    }

    private boolean in() throws IOException {
        return switch (line.place()) {
            case SESSION -> send(null, null);
            case PROCESS -> from(psql.host().input());
            case PROGRAM -> from(psql.host().reader(line.name(), psql.output()));
            case FILE -> !isDirectory() && from(psql.host().read(Targets.path(line.name(), psql)));
        };
    }

    private boolean from(InputStream in) {
        boolean ok = send(new SourceFeed(StreamSource.over(in)), null);
        try {
            end(in);
            return ok;
        } catch (IOException e) {
            psql.err(line.name() + ": " + FailureReason.of(e));
            return false;
        }
    }

    private boolean out() throws IOException {
        return switch (line.place()) {
            case SESSION -> send(null, null);
            case PROCESS ->
                send(null, psql.target().isStandard() ? null : psql.target().standard());
            case PROGRAM -> to(psql.host().pipe(line.name(), psql.output()));
            case FILE ->
                !isDirectory()
                        && to(new BufferedOutputStream(psql.host().write(Targets.path(line.name(), psql)), 1 << 16));
        };
    }

    private boolean to(OutputStream out) {
        boolean ok = send(null, out);
        // The output so far must precede the program's.
        psql.output().flush();
        try {
            end(out);
            return ok;
        } catch (IOException e) {
            psql.err(line.name() + ": " + FailureReason.of(e));
            return false;
        }
    }

    private void end(Closeable stream) throws IOException {
        if (line.place() == CopyLine.Place.PROGRAM) {
            ShellResult.close(stream, psql);
        } else {
            stream.close();
        }
    }

    private boolean isDirectory() {
        Path path = Targets.path(line.name(), psql);
        boolean directory = Files.isDirectory(path);
        if (directory) {
            String words = line.from() ? ": cannot copy from/to a directory" : ": Is a directory";
            psql.err(line.name() + words);
        }
        return directory;
    }

    private boolean send(Request.@Nullable Feed input, @Nullable OutputStream output) {
        String query = "COPY " + line.table() + (line.from() ? " FROM STDIN " : " TO STDOUT ") + line.options();
        psql.request(new Request(null, null, ResultUse.PRINT, input, output));
        return QuerySender.send(psql, query);
    }
}
