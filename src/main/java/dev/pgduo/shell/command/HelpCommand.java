package dev.pgduo.shell.command;

import dev.pgduo.report.DidYouMean;
import dev.pgduo.report.ErrorReport;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import org.springframework.shell.core.command.annotation.Arguments;
import org.springframework.shell.core.command.annotation.Command;

/** {@code help}, {@code help GROUP} and {@code help COMMAND}. */
public final class HelpCommand {
    private final List<String> groups;
    private final IntSupplier columns;

    /**
     * @param groups the groups in the order in which they are shown
     * @param columns the terminal's width
     */
    public HelpCommand(List<String> groups, IntSupplier columns) {
        this.groups = List.copyOf(groups);
        this.columns = columns;
    }

    @Command(
            name = "help",
            group = "shell",
            description = "show prompts, keys and commands, or the help of a group or a command")
    void help(@Arguments List<String> what, CallContext call) {
        call.show(lines(what, call.commands().catalog()));
    }

    private List<String> lines(List<String> words, CommandCatalog catalog) {
        if (words.isEmpty()) {
            return HelpText.overview(catalog, groups, columns.getAsInt());
        }
        String name = String.join(" ", words);
        List<String> lines = new ArrayList<>();
        catalog.find(name).ifPresent(command -> lines.addAll(HelpText.of(command, columns.getAsInt())));
        List<String> group = HelpText.group(catalog, name, columns.getAsInt());
        if (!lines.isEmpty() && !group.isEmpty()) {
            lines.add("");
        }
        lines.addAll(group);
        return lines.isEmpty() ? under(name, catalog) : lines;
    }

    private List<String> under(String name, CommandCatalog catalog) {
        List<MethodCommand> deeper = catalog.under(name);
        if (deeper.isEmpty()) {
            String hint = DidYouMean.nearest(name, catalog.names())
                    .map(near -> "Did you mean \"" + near + "\"?")
                    .orElse("Type \"help\" for the list of commands.");
            throw new UsageException(
                    ErrorReport.error("there is no command \"" + name + "\"").hint(hint));
        }
        return HelpText.listed("Commands that begin with " + name + ":", deeper, columns.getAsInt());
    }
}
