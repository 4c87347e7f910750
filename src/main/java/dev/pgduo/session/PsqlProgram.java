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
 * psql as a program of its own: what its command line asks for, one thing after the other (psql 15: {@code main} behind the
 * options). Not thread-safe.
 */
public final class PsqlProgram {
    private static final MetaCommands COMMANDS = new MetaCommands();

    private final Psql psql;
    private final ScriptFiles scripts;
    private final StreamSource input;

    /** A program that is not connected yet; its settings may be changed before it is. */
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

    /** {@code -c} with SQL; psql's exit code. */
    public int query(String text) {
        begin(text);
        return QuerySender.send(psql, text) ? MainLoop.SUCCESS : MainLoop.FAILURE;
    }

    /** {@code -c} with a backslash command, given without the backslash; psql's exit code. */
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

    /** {@code -f}; psql's exit code. */
    public int file(String name) {
        return name.equals("-") ? scripts.read(input, "<stdin>") : scripts.run(name, false);
    }

    /** The standard input as a script; psql's exit code. */
    public int standardInput() {
        return scripts.read(input, null);
    }

    /** What a person types; psql's exit code. */
    public int typed(Source lines) {
        psql.log().terse(true);
        Frame frame = new Frame(lines, null).typed(true);
        psql.frame(frame);
        new MainLoop(psql, COMMANDS, frame).script();
        return MainLoop.SUCCESS;
    }

    /** A start-up file; complaints about it do not end the program. */
    public void startupFile(String name) {
        scripts.run(name, false);
        psql.log().terse(true);
    }

    /** A command around everything else ({@code -1}); false when it failed, which was told. */
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

    /** Closes what is open. */
    public void close() throws IOException {
        psql.target().queryFile(null);
        psql.target().close(psql.target().logFile());
        psql.connection(null);
    }
}
