package dev.pgduo.shell.command;

import dev.pgduo.cluster.process.ShutdownHook;
import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.lab.advice.Advices;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import java.io.PrintWriter;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileLockInterruptionException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;
import org.springframework.shell.core.command.CommandContext;
import org.springframework.shell.core.command.CommandRegistry;

/** Runs commands from all prompts and scripts, and turns their exceptions into messages and an exit code. Thread-safe. */
public final class CommandRunner {
    /** The limit for following an exception's causes, which may be circular. */
    private static final int DEEP = 50;

    private final CommandCatalog catalog;
    private final CommandRegistry registry;
    private final LineParser parser;
    private final Path log;

    /**
     * Runs the commands of {@code catalog}.
     *
     * @param log the file with the details of an internal error
     */
    public CommandRunner(CommandCatalog catalog, Path log) {
        this.catalog = catalog;
        this.registry = catalog.registry();
        this.parser = new LineParser(catalog);
        this.log = log;
    }

    /** All commands. */
    public CommandCatalog catalog() {
        return catalog;
    }

    /** Runs a typed line; errors are printed on the command's output. */
    public int run(String line, CallContext call) {
        return guarded(() -> execute(parser.read(line), call), call.out());
    }

    /** Runs words that are already separated. */
    public int run(List<String> words, CallContext call, PrintWriter err) {
        return guarded(() -> execute(parser.read(words), call), err);
    }

    /** The error of a line that could not be run; nothing is run. */
    public Optional<ErrorReport> wrong(String line) {
        try {
            parser.read(line);
            return Optional.empty();
        } catch (UsageException e) {
            return Optional.of(e.report());
        } catch (LabException e) {
            return Optional.of(e.report());
        }
    }

    private int execute(ParsedLine line, CallContext call) {
        try {
            return line.command()
                    .execute(new CommandContext(line.input(), registry, call.out(), call))
                    .code();
        } finally {
            call.out().flush();
        }
    }

    private int guarded(Supplier<Integer> command, PrintWriter err) {
        try {
            return command.get();
        } catch (UsageException e) {
            return report(e.report(), ExitCode.USAGE, err);
        } catch (CancellationException e) {
            return canceled(err);
        } catch (LabException e) {
            return interrupted(e) ? canceled(err) : report(advised(e.report()), ExitCode.FAILED, err);
        } catch (RuntimeException | StackOverflowError e) {
            if (interrupted(e)) {
                return canceled(err);
            }
            return report(ShutdownHook.ending().orElseGet(() -> internal(e)), ExitCode.FAILED, err);
        }
    }

    private ErrorReport internal(Throwable e) {
        LoggerFactory.getLogger(CommandRunner.class).error("internal error", e);
        return ErrorReport.error("internal error: " + e).hint("The details are in \"" + log + "\".");
    }

    private static int canceled(PrintWriter err) {
        return report(ErrorReport.error("canceled by the user"), ExitCode.INTERRUPTED, err);
    }

    /** Whether an exception comes from an interrupt while a file was read or written, so that the file is not the cause. */
    private static boolean interrupted(Throwable thrown) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
                .limit(DEEP)
                .anyMatch(each ->
                        each instanceof ClosedByInterruptException || each instanceof FileLockInterruptionException);
    }

    /** Adds a hint to a server's message, which says what is wrong but not what to do. */
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
