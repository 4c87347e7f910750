package dev.pgduo.shell.command;

import dev.pgduo.cluster.NodeName;
import dev.pgduo.lab.advice.Advices;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.slf4j.LoggerFactory;
import org.springframework.shell.core.InputReader;
import org.springframework.shell.core.command.CommandContext;
import org.springframework.shell.core.command.CommandExecutionException;
import org.springframework.shell.core.command.CommandExecutor;
import org.springframework.shell.core.command.CommandRegistry;
import org.springframework.shell.core.command.ParsedInput;

/** Runs one command, wherever it was typed, and turns what it throws into words and an exit code. Thread-safe. */
public final class CommandRunner {
    private final CommandRegistry registry;
    private final LineParser parser;
    private final Path log;

    /**
     * Runs the commands of {@code registry}.
     *
     * @param log where the details of an internal error can be read
     */
    public CommandRunner(CommandRegistry registry, LineParser parser, Path log) {
        this.registry = registry;
        this.parser = parser;
        this.log = log;
    }

    /** Runs a typed line; errors are printed where the output goes. */
    public int run(String line, PrintWriter out) {
        return guarded(() -> execute(parser.parse(line), out), out);
    }

    /** Runs words that the operating system's shell separated. */
    public int run(List<String> words, PrintWriter out, PrintWriter err) {
        return guarded(() -> execute(parser.parse(words), out), err);
    }

    private int execute(ParsedInput input, PrintWriter out) {
        try {
            CommandContext context = new CommandContext(input, registry, out, new InputReader() {});
            return new CommandExecutor(registry).execute(context).code();
        } catch (CommandExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (org.springframework.shell.core.command.CommandNotFoundException e) {
            throw new IllegalStateException(e);
        } finally {
            out.flush();
        }
    }

    private int guarded(Supplier<Integer> command, PrintWriter err) {
        try {
            return command.get();
        } catch (UsageException e) {
            return report(e.report(), ExitCode.USAGE, err);
        } catch (LabException e) {
            return report(advised(e.report()), ExitCode.FAILED, err);
        } catch (CancellationException e) {
            return report(ErrorReport.error("canceled by the user"), ExitCode.INTERRUPTED, err);
        } catch (RuntimeException | StackOverflowError e) {
            LoggerFactory.getLogger(CommandRunner.class).error("internal error", e);
            ErrorReport report = ErrorReport.error("internal error: " + e).hint("The details are in \"" + log + "\".");
            return report(report, ExitCode.FAILED, err);
        }
    }

    /** A server's words say what went wrong, but not what to do next. */
    private static ErrorReport advised(ErrorReport report) {
        String said = report.message() + "\n" + (report.detail() == null ? "" : report.detail());
        return report.hint() == null
                ? report.hint(Advices.on("", said, NodeName.B).orElse(null))
                : report;
    }

    private static int report(ErrorReport report, int code, PrintWriter err) {
        report.lines().forEach(err::println);
        err.flush();
        return code;
    }
}
