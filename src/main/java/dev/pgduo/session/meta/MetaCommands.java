package dev.pgduo.session.meta;

import dev.pgduo.session.describe.ObjectSource;
import dev.pgduo.session.host.SessionHost;
import dev.pgduo.session.meta.MetaCommand.Next;
import dev.pgduo.session.query.Psql;
import dev.pgduo.session.scan.Line;
import dev.pgduo.session.scan.SlashScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All backslash commands by name, and how one is read from a line and run. Immutable. */
public final class MetaCommands {
    private final Map<String, MetaCommand> byName = new LinkedHashMap<>();

    /** The commands of this version. */
    public MetaCommands() {
        List<MetaCommand> commands = List.of(
                new Send(),
                new Describe(),
                new Connect(),
                new ConnectionInfo(),
                new Quit(),
                new Help(),
                new HelpOnSql(),
                new ShowSource("f", ObjectSource.FUNCTION),
                new ShowSource("v", ObjectSource.VIEW),
                new Expand(),
                new Unaligned(),
                new TuplesOnly(),
                new PrintSetting("f", "fieldsep", "[STRING]", "show or set field separator for unaligned output"),
                new PrintSetting("C", "title", "[STRING]", "set table title, or unset if none"),
                new PrintSetting("T", "tableattr", "[STRING]", "set HTML <table> tag attributes, or unset if none"),
                new HtmlOutput(),
                new PrintSettings(),
                new Echo("echo", "write string to standard output"),
                new Echo("qecho", "write string to the output stream of \\o"),
                new Echo("warn", "write string to standard error"),
                new OutputTo(),
                new Include(),
                new PrintBuffer(),
                new ResetBuffer(),
                new SetVariable(),
                new UnsetVariable(),
                new TimingSwitch(),
                new Shell());
        commands.forEach(command -> command.names().forEach(name -> byName.put(name, command)));
    }

    /** Whether psql has a command of exactly this name. */
    public Optional<MetaCommand> find(String name) {
        MetaCommand exact = byName.get(name);
        return exact == null
                ? byName.values().stream()
                        .filter(command -> command.answersTo(name))
                        .findFirst()
                : Optional.of(exact);
    }

    /** All of them, each once, in the order of the list of commands. */
    public List<MetaCommand> all() {
        return byName.values().stream().distinct().toList();
    }

    /** Runs the command behind the backslash where the line stands. */
    public Next run(Line line, Psql psql) {
        SlashScanner scanner = new SlashScanner(line, psql.variables(), command -> backquote(command, psql), psql::err);
        String name = scanner.name();
        MetaCommand command = find(name).orElse(null);
        if (command == null) {
            return foreign(name, scanner, psql);
        }
        Next next = run(name, command, scanner, psql);
        if (next == Next.FAILED) {
            line.rest();
        }
        return next;
    }

    private static Next run(String name, MetaCommand command, SlashScanner scanner, Psql psql) {
        try {
            Next next = command.run(name, scanner, psql);
            if (next != Next.FAILED) {
                ignoreRest(name, scanner, psql);
            }
            return next;
        } catch (UncheckedIOException | IOException e) {
            psql.err(String.valueOf(e.getMessage()));
        }
        return Next.FAILED;
    }

    private static void ignoreRest(String name, SlashScanner scanner, Psql psql) {
        for (Optional<String> word = scanner.argument(); word.isPresent(); word = scanner.argument()) {
            psql.err("\\" + name + ": extra argument \"" + word.get() + "\" ignored");
        }
        scanner.end();
    }

    private static Next foreign(String name, SlashScanner scanner, Psql psql) {
        SessionHost.Answer answer = psql.host().command(name, scanner.wholeLine(), psql.output());
        if (answer == SessionHost.Answer.NOT_MINE) {
            psql.err("invalid command \\" + name);
            if (psql.host().interactive()) {
                psql.err("Try \\? for help.");
            }
        }
        return answer == SessionHost.Answer.HANDLED ? Next.CONTINUE : Next.FAILED;
    }

    private static String backquote(String command, Psql psql) {
        try {
            return psql.host().backquote(command);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** psql's words for a file that cannot be opened. */
    static String unopened(String file, IOException failure) {
        String reason = failure instanceof NoSuchFileException ? "No such file or directory" : failure.getMessage();
        return file + ": " + reason;
    }
}
