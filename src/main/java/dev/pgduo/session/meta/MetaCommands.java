package dev.pgduo.session.meta;

import dev.pgduo.scan.Line;
import dev.pgduo.scan.SlashScanner;
import dev.pgduo.scan.Variables;
import dev.pgduo.session.describe.ObjectSource;
import dev.pgduo.session.host.SessionHost;
import dev.pgduo.session.meta.MetaCommand.Next;
import dev.pgduo.session.query.Psql;
import dev.pgduo.session.query.ShellResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** All backslash commands by name; parses and runs a command of a line. Immutable. */
public final class MetaCommands {
    private final Map<String, MetaCommand> byName = new LinkedHashMap<>();

    /** The commands of pgduo's psql. */
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
                new PrintSetting("f", "fieldsep", "show or set field separator for unaligned output"),
                new PrintSetting("C", "title", "set table title, or unset if none"),
                new PrintSetting("T", "tableattr", "set HTML <table> tag attributes, or unset if none"),
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
                new BeginIf(),
                new ElseIf(),
                new Else(),
                new EndIf(),
                new StoreResult(),
                new RunResult(),
                new DescribeResult(),
                new CrosstabView(),
                new ErrorVerbose(),
                new ChangeDirectory(),
                new GetEnvironment(),
                new SetEnvironment(),
                new Prompt(),
                new WriteBuffer(),
                new Restrict(),
                new Unrestrict(),
                new Copyright(),
                new Encoding(),
                new CopyTable(),
                new LargeObjects(),
                new Watch(),
                new Bind(),
                new Prepare(),
                new Pipeline(),
                new History(),
                new EditBuffer(),
                new EditObject(),
                new SetPassword(),
                new ShellEscape());
        commands.forEach(command -> command.names().forEach(name -> byName.put(name, command)));
    }

    /** The command with exactly this name. */
    public Optional<MetaCommand> find(String name) {
        MetaCommand exact = byName.get(name);
        return exact == null
                ? byName.values().stream()
                        .filter(command -> command.answersTo(name))
                        .findFirst()
                : Optional.of(exact);
    }

    /** All commands, each once, in the order of the list of commands. */
    public List<MetaCommand> all() {
        return byName.values().stream().distinct().toList();
    }

    /** Runs the command after the backslash at the line's position. */
    public Next run(Line line, Psql psql) {
        boolean active = psql.frame().conditions().active();
        SlashScanner scanner = active ? evaluating(line, psql) : reading(line, psql);
        String name = scanner.name();
        MetaCommand command =
                find(name.equalsIgnoreCase("copy") ? "copy" : name).orElse(null);
        if (psql.frame().typed() && !active && (command == null || !command.branches())) {
            psql.log().warning("\\" + name + " command ignored; use \\endif or Ctrl-C to exit current \\if block");
        }
        Next next = run(name, command, scanner, psql);
        if (next == Next.FAILED) {
            line.rest();
        } else {
            ignoreRest(name, reading(line, psql), psql);
        }
        scanner.end();
        return next;
    }

    private static SlashScanner evaluating(Line line, Psql psql) {
        return new SlashScanner(line, psql.variables(), backquotes(psql), psql::err);
    }

    /** A scanner for the arguments; in a branch that is not taken, variables are not replaced and backquotes are not run. */
    private static SlashScanner reading(Line line, Psql psql) {
        return new SlashScanner(line, Variables.NONE, command -> command, psql::err);
    }

    private static Next run(String name, @Nullable MetaCommand command, SlashScanner scanner, Psql psql) {
        if (psql.restriction() != null && !name.equals("unrestrict")) {
            psql.err("backslash commands are restricted; only \\unrestrict is allowed");
            return Next.FAILED;
        }
        if (command == null) {
            return foreign(name, scanner, psql);
        }
        try {
            if (command.branches() || psql.frame().conditions().active()) {
                return command.run(name, scanner, psql);
            }
            skip(command, scanner);
            return Next.CONTINUE;
        } catch (UncheckedIOException | IOException e) {
            psql.err(String.valueOf(e.getMessage()));
            return Next.FAILED;
        }
    }

    private static void skip(MetaCommand command, SlashScanner scanner) {
        switch (command.arguments()) {
            case LINE -> scanner.wholeLine();
            case FILE_OR_PIPE -> scanner.fileOrPipe();
            case WORDS -> {
                while (scanner.argument().isPresent()) {
                    // The arguments are skipped.
                }
            }
        }
    }

    private static void ignoreRest(String name, SlashScanner scanner, Psql psql) {
        for (Optional<String> word = scanner.argument(); word.isPresent(); word = scanner.argument()) {
            if (psql.frame().conditions().active()) {
                psql.log().warning("\\" + name + ": extra argument \"" + word.get() + "\" ignored");
            }
        }
    }

    private static Next foreign(String name, SlashScanner scanner, Psql psql) {
        SessionHost.Answer answer = psql.host().command(name, scanner.wholeLine(), psql.output());
        if (answer == SessionHost.Answer.NOT_MINE) {
            psql.err("invalid command \\" + name);
            if (psql.frame().typed()) {
                psql.log().hint("Try \\? for help.");
            }
        }
        return answer == SessionHost.Answer.HANDLED ? Next.CONTINUE : Next.FAILED;
    }

    /** A function that returns the output of a command in backquotes, without its final newline. */
    static UnaryOperator<String> backquotes(Psql psql) {
        return command -> {
            try {
                SessionHost.Printed printed = psql.host().backquote(command);
                ShellResult.note(psql, printed.exitCode());
                return printed.text();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }
}
