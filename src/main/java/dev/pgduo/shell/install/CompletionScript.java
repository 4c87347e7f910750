package dev.pgduo.shell.install;

import dev.pgduo.report.ResourceText;
import dev.pgduo.shell.Invocation;
import dev.pgduo.shell.command.CommandCatalog;
import dev.pgduo.shell.command.MethodCommand;
import dev.pgduo.shell.command.Signature;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The shells for which completion is supported; each has a script, a template among the resources into which the commands are
 * inserted.
 */
public enum CompletionScript {
    BASH,
    ZSH,
    FISH;

    private static final String COMMANDS = "@COMMANDS@";
    private static final String OPTIONS = "@OPTIONS@";

    /** The text of the script. */
    public String text(CommandCatalog catalog) {
        return ResourceText.of(CompletionScript.class, name().toLowerCase(Locale.ROOT))
                .replace(COMMANDS, this == FISH ? fish(catalog) : table(catalog))
                .replace(OPTIONS, String.join(" ", Invocation.options()));
    }

    private static List<MethodCommand> shown(CommandCatalog catalog) {
        return catalog.commands().stream()
                .filter(command -> !command.isHidden())
                .toList();
    }

    /** A line for each command: its name, a vertical bar, and its options. */
    private static String table(CommandCatalog catalog) {
        return shown(catalog).stream()
                .map(command -> command.getName() + "|"
                        + command.signature().options().stream()
                                .map(option -> "--" + option.longName())
                                .collect(Collectors.joining(" ")))
                .collect(Collectors.joining("\n"));
    }

    private static String fish(CommandCatalog catalog) {
        Set<String> lines = new LinkedHashSet<>();
        for (MethodCommand command : shown(catalog)) {
            List<String> words = List.of(command.getName().split(" ", -1));
            for (int i = 0; i < words.size(); i++) {
                boolean last = i == words.size() - 1;
                lines.add("complete -c pgduo -n '__pgduo_at \"" + String.join(" ", words.subList(0, i)) + "\"' -f -a "
                        + words.get(i) + (last ? " -d " + quoted(command.getDescription()) : ""));
            }
            for (Signature.Named option : command.signature().options()) {
                lines.add("complete -c pgduo -n '__pgduo_in \"" + command.getName() + "\"' -l " + option.longName()
                        + (option.flag() ? "" : " -r") + " -d " + quoted(option.description()));
            }
        }
        return String.join("\n", lines);
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
