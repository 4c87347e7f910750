package dev.pgduo.shell.command;

import dev.pgduo.report.ErrorReport;
import java.io.PrintWriter;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.shell.core.command.annotation.Arguments;
import org.springframework.shell.core.command.annotation.Command;

/** {@code help} and {@code help COMMAND}. */
public final class HelpCommand {
    private final Supplier<CommandCatalog> catalog;
    private final List<String> groups;

    /**
     * Speaks for the commands of {@code catalog}.
     *
     * @param groups the groups in the order they are shown
     */
    public HelpCommand(Supplier<CommandCatalog> catalog, List<String> groups) {
        this.catalog = catalog;
        this.groups = List.copyOf(groups);
    }

    @Command(name = "help", group = "shell", description = "list the commands, or say what one of them takes")
    void help(@Arguments List<String> command, PrintWriter out) {
        lines(command).forEach(out::println);
    }

    private List<String> lines(List<String> words) {
        if (words.isEmpty()) {
            return HelpText.overview(catalog.get(), groups);
        }
        String name = String.join(" ", words);
        return catalog.get().find(name).map(HelpText::of).orElseGet(() -> under(name));
    }

    private List<String> under(String name) {
        List<MethodCommand> deeper = catalog.get().under(name);
        if (deeper.isEmpty()) {
            String hint = Likeness.nearest(name, catalog.get().names())
                    .map(near -> "Did you mean \"" + near + "\"?")
                    .orElse("Type \"help\" for the list of commands.");
            throw new UsageException(
                    ErrorReport.error("there is no command \"" + name + "\"").hint(hint));
        }
        return deeper.stream()
                .map(c -> HelpText.synopsis(c) + "    " + c.getDescription())
                .toList();
    }
}
