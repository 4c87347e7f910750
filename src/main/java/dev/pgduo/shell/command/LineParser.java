package dev.pgduo.shell.command;

import dev.pgduo.report.DidYouMean;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.scan.ShellWords;
import java.util.List;
import java.util.Optional;
import org.springframework.shell.core.command.CommandArgument;
import org.springframework.shell.core.command.CommandParser;
import org.springframework.shell.core.command.ParsedInput;

/**
 * Finds the command by whole words, longest name first, and reads its options and arguments. Replaces Spring Shell's own
 * parser, which accepts a prefix as a command and loses the quotes of words. Thread-safe.
 */
public final class LineParser implements CommandParser {
    private static final List<String> HELP = List.of("--help", "-?");

    private final CommandCatalog catalog;
    private final ElsewhereWords elsewhere;

    public LineParser(CommandCatalog catalog) {
        this.catalog = catalog;
        this.elsewhere = new ElsewhereWords(catalog);
    }

    /** Parses a typed line, see {@link #read(List)}, for Spring Shell. */
    @Override
    public ParsedInput parse(String line) {
        return read(line).input();
    }

    /** Reads a typed line; see {@link #read(List)}. */
    ParsedLine read(String line) {
        elsewhere.complaint(line).ifPresent(complaint -> {
            throw complaint;
        });
        return read(words(line));
    }

    /**
     * Splits a line into words.
     *
     * @throws UsageException when a quotation mark is not closed
     */
    static List<String> words(String line) {
        ShellWords read = ShellWords.of(line);
        if (!read.open().isEmpty()) {
            throw new UsageException(ErrorReport.error("unterminated quote " + read.open())
                    .hint("Close the quote, or put a backslash before it when it is meant as a letter."));
        }
        return read.words();
    }

    /**
     * Parses words that a shell has already separated. Values are converted when the command is executed.
     *
     * @throws UsageException when there is no such command or option, or there are too few or too many words
     */
    ParsedLine read(List<String> words) {
        List<String> beforeDashes =
                words.stream().takeWhile(w -> !w.equals("--")).toList();
        if (beforeDashes.stream().anyMatch(HELP::contains)) {
            return help(beforeDashes.stream().takeWhile(w -> !HELP.contains(w)).toList());
        }
        MethodCommand command = catalog.longest(words).orElseThrow(() -> unknown(words));
        return new ParsedLine(command, new OptionParser(command, words).parse());
    }

    private ParsedLine help(List<String> words) {
        MethodCommand help = catalog.find("help").orElseThrow();
        ParsedInput.Builder input = ParsedInput.builder().commandName(help.getName());
        List<String> name = catalog.longest(words)
                .map(c -> CommandCatalog.words(c.getName()))
                .orElse(words);
        for (int i = 0; i < name.size(); i++) {
            input.addArgument(new CommandArgument(i, name.get(i)));
        }
        return new ParsedLine(help, input.build());
    }

    private UsageException unknown(List<String> words) {
        String first = words.isEmpty() ? "" : words.get(0);
        List<MethodCommand> deeper = catalog.under(first);
        if (!deeper.isEmpty()) {
            return subCommand(words, deeper);
        }
        String hint = first.equals("clear")
                ? "Ctrl-L clears the screen."
                : DidYouMean.nearest(first, catalog.names())
                        .map(near -> "Did you mean \"" + near + "\"?")
                        .orElse("Type \"help\" for the list of commands.");
        return new UsageException(
                ErrorReport.error("unknown command \"" + first + "\"").hint(hint));
    }

    private static UsageException subCommand(List<String> words, List<MethodCommand> deeper) {
        List<String> names = deeper.stream().map(MethodCommand::getName).toList();
        Optional<String> near =
                words.size() < 2 ? Optional.empty() : DidYouMean.nearest(String.join(" ", words.subList(0, 2)), names);
        String message = words.size() < 2
                ? "\"" + words.get(0) + "\" needs a subcommand"
                : "unknown subcommand \"" + words.get(1) + "\" of \"" + words.get(0) + "\"";
        String all = "There are: " + String.join(", ", names) + ".";
        return new UsageException(ErrorReport.error(message)
                .hint(near.map(n -> "Did you mean \"" + n + "\"?").orElse(all)));
    }
}
