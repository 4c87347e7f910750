package dev.pgduo.shell.psql;

import dev.pgduo.cluster.process.Getopt;
import dev.pgduo.lab.os.PsqlArguments;
import dev.pgduo.report.FailureReason;
import dev.pgduo.session.PsqlProgram;
import dev.pgduo.session.meta.ConnectionInfo;
import dev.pgduo.session.query.Psql;
import dev.pgduo.session.query.SessionEnd;
import dev.pgduo.session.query.StreamSource;
import dev.pgduo.wire.ConnectFailed;
import dev.pgduo.wire.DriverAhead;
import dev.pgduo.wire.WireConnection;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** {@code pgduo psql}: the program psql, from the command line to the exit code. */
public final class PsqlMain {
    private static final int FAILURE = 1;
    private static final int BAD_CONNECTION = 2;
    private static final int USER = 3;

    private final StandardOutput output = new StandardOutput();
    private final StreamSource input = new StreamSource(standardInput());
    private final ProgramHost host;
    private final PsqlProgram program;
    private final Psql psql;
    private final StartupOptions startup;
    private final boolean interactive;

    private PsqlMain(boolean interactive) {
        this.interactive = interactive;
        host = new ProgramHost(output, input, interactive);
        program = new PsqlProgram(host, output, input);
        psql = program.psql();
        startup = new StartupOptions(program);
    }

    /**
     * Runs the program.
     *
     * @param interactive whether standard input and output are a terminal
     * @return psql's exit code
     */
    public static int run(List<String> words, boolean interactive) {
        DriverAhead.begin();
        PsqlMain main = new PsqlMain(interactive);
        int code;
        try {
            code = main.run(words);
            main.program.close();
            main.output.flush();
        } catch (StartupOptions.Stop e) {
            code = main.ended(e.code());
        } catch (SessionEnd e) {
            code = main.ended(e.code());
        } catch (OutputGone | IOException e) {
            code = FAILURE;
        }
        return code;
    }

    private int ended(int code) {
        try {
            output.flush();
            return code;
        } catch (OutputGone e) {
            return Math.max(code, FAILURE);
        }
    }

    private InputStream standardInput() {
        return new FilterInputStream(new FileInputStream(FileDescriptor.in)) {
            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                output.flush();
                return in.read(target, offset, length);
            }
        };
    }

    private int run(List<String> words) throws StartupOptions.Stop, IOException {
        try {
            startup.read(PsqlArguments.OPTIONS.read(words));
        } catch (Getopt.Unreadable e) {
            output.err("psql: " + e.words() + "\n");
            psql.log().hint("Try \"psql --help\" for more information.");
            return FAILURE;
        }
        if (startup.actions().isEmpty() && !interactive) {
            startup.actions().add(PsqlProgram::standardInput);
        }
        if (startup.has('1') && startup.actions().isEmpty()) {
            psql.err("-1 can only be used in non-interactive mode");
            return FAILURE;
        }
        if (!connected()) {
            return BAD_CONNECTION;
        }
        if (startup.has('l')) {
            startupFiles();
            return program.command("l") == 0 ? 0 : FAILURE;
        }
        log();
        startupFiles();
        return startup.actions().isEmpty() ? prompt() : actions();
    }

    private boolean connected() throws IOException {
        try {
            psql.connection(new FirstConnection(startup, psql).open());
            return true;
        } catch (ConnectFailed e) {
            psql.err(e.words());
            return false;
        }
    }

    private void log() throws StartupOptions.Stop {
        String file = startup.value('L');
        if (file != null) {
            try {
                psql.target()
                        .logFile(new BufferedOutputStream(Files.newOutputStream(
                                Path.of(file), StandardOpenOption.CREATE, StandardOpenOption.APPEND)));
            } catch (IOException e) {
                psql.err("could not open log file \"" + file + "\": " + FailureReason.of(e));
                throw new StartupOptions.Stop(FAILURE);
            }
        }
    }

    private void startupFiles() {
        if (!startup.has('X')) {
            StartupFiles.found(psql.host().environment()).forEach(program::startupFile);
        }
    }

    private int actions() {
        boolean single = startup.has('1');
        boolean stop = false;
        int code = 0;
        if (single && !program.around("BEGIN") && stops()) {
            return USER;
        }
        for (StartupOptions.Action action : startup.actions()) {
            code = action.run(program);
            stop = code != 0 && stops();
            if (stop) {
                break;
            }
        }
        if (single && !program.around(stop ? "ROLLBACK" : "COMMIT") && stops()) {
            return USER;
        }
        return code;
    }

    private boolean stops() {
        return psql.variables().on("ON_ERROR_STOP");
    }

    private int prompt() throws IOException {
        greet();
        Interrupts interrupts = new Interrupts(psql, output);
        try (LineInput lines = lines(interrupts)) {
            return program.typed(new TypedLines(psql, output, input, lines, interrupts));
        }
    }

    private LineInput lines(Interrupts interrupts) throws IOException {
        String terminal = psql.host().environment().getOrDefault("TERM", "dumb");
        if (startup.has('n') || terminal.equals("dumb")) {
            interrupts.install();
            return new PlainLines(output, input, interrupts);
        }
        EditedLines edited = new EditedLines(psql, output, interrupts, host.terminal());
        host.history(edited::typed);
        return edited;
    }

    private void greet() {
        if (psql.settings().quiet()) {
            return;
        }
        String server = psql.variables().value("SERVER_VERSION_NAME").orElse("");
        boolean same = psql.variables()
                .value("SERVER_VERSION_NUM")
                .equals(psql.variables().value("VERSION_NUM"));
        WireConnection connection = psql.connection();
        output.out("psql (" + Psql.VERSION + (same ? "" : ", server " + server) + ")\n" + warning()
                + (connection == null ? "" : ConnectionInfo.encryption(connection)) + "Type \"help\" for help.\n\n");
    }

    private String warning() {
        int number = psql.variables().number("SERVER_VERSION_NUM");
        if (number / 100 <= psql.variables().number("VERSION_NUM") / 100) {
            return "";
        }
        return "WARNING: psql major version 15, server major version " + number / 10_000 + ".\n"
                + "         Some psql features might not work.\n";
    }
}
