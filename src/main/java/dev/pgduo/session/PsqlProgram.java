package dev.pgduo.session;

import dev.pgduo.scan.Line;
import dev.pgduo.session.host.SessionHost;
import dev.pgduo.session.host.SessionOutput;
import dev.pgduo.session.meta.MetaCommand.Next;
import dev.pgduo.session.meta.MetaCommands;
import dev.pgduo.session.query.Frame;
import dev.pgduo.session.query.Psql;
import dev.pgduo.session.query.QuerySender;
import dev.pgduo.session.query.SilentQuery;
import dev.pgduo.session.query.Source;
import dev.pgduo.session.query.StreamSource;
import dev.pgduo.wire.ConnectionLost;
import dev.pgduo.wire.WireConnection;
import java.io.IOException;

/**
 * psql as a program: runs the actions of its command line one after the other (psql 15: {@code main} after the options). Not
 * thread-safe.
 */
public final class PsqlProgram {
    private static final MetaCommands COMMANDS = new MetaCommands();

    private final Psql psql;
    private final ScriptFiles scripts;
    private final StreamSource input;

    /** A program that is not connected yet; its settings may be changed before. */
    public PsqlProgram(SessionHost host, SessionOutput output, StreamSource input) {
        this.psql = new Psql(host);
        this.input = input;
        psql.output(output);
        psql.program(true);
        psql.frame(new Frame(input, null));
        psql.log().terse(false);
        scripts = new ScriptFiles(psql, COMMANDS);
        psql.scripts(scripts);
    }

    public Psql psql() {
        return psql;
    }

    /** {@code -c} with SQL; returns psql's exit code. */
    public int query(String text) {
        begin(text);
        return QuerySender.send(psql, text) ? MainLoop.SUCCESS : MainLoop.FAILURE;
    }

    /** {@code -c} with a backslash command, given without the backslash; returns psql's exit code. */
    public int command(String text) {
        begin(text);
        Frame outer = psql.frame();
        psql.frame(new Frame(input, null));
        try {
            Next next = COMMANDS.run(new Line(text), psql);
            return next == Next.FAILED ? MainLoop.FAILURE : MainLoop.SUCCESS;
        } finally {
            psql.frame(outer);
        }
    }

    private void begin(String text) {
        psql.log().terse(true);
        if (psql.variables().is("ECHO", "all")) {
            psql.output().out(text + "\n");
        }
    }

    /** {@code -f}; returns psql's exit code. */
    public int file(String name) {
        return name.equals("-") ? scripts.read(input, "<stdin>") : scripts.run(name, false);
    }

    /** Runs the standard input as a script; returns psql's exit code. */
    public int standardInput() {
        return scripts.read(input, null);
    }

    /** Runs the lines that a person types; returns psql's exit code. */
    public int typed(Source lines) {
        psql.log().terse(true);
        Frame frame = new Frame(lines, null).typed(true);
        psql.frame(frame);
        new MainLoop(psql, COMMANDS, frame).script();
        return MainLoop.SUCCESS;
    }

    /** Runs a start-up file, whose errors do not end the program. */
    public void startupFile(String name) {
        scripts.run(name, false);
        psql.log().terse(true);
    }

    /** Runs a command before or after all others ({@code -1}); returns false after an error, which was printed. */
    public boolean around(String command) {
        WireConnection connection = psql.connection();
        try {
            if (connection == null) {
                psql.err("You are currently not connected to a database.");
                return false;
            }
            return SilentQuery.run(psql, connection, command) != null;
        } catch (ConnectionLost e) {
            QuerySender.lost(psql);
            return false;
        }
    }

    /** Closes the connection and the output. */
    public void close() throws IOException {
        psql.target().queryFile(null);
        psql.target().close(psql.target().logFile());
        psql.connection(null);
    }
}
