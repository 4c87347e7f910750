package dev.pgduo.shell.install;

import dev.pgduo.report.ResourceText;
import dev.pgduo.shell.Invocation;
import dev.pgduo.shell.command.CommandCatalog;
import java.util.ArrayList;
import java.util.List;

/**
 * The manual page pgduo(1) in troff's man macros: a template among the resources into which the options and commands are
 * inserted.
 */
public final class ManualPage {
    private ManualPage() {}

    /** The lines of the page. */
    public static List<String> lines(CommandCatalog catalog) {
        List<String> lines = new ArrayList<>();
        for (String line : ResourceText.of(ManualPage.class, "man").lines().toList()) {
            switch (line) {
                case "@OPTIONS@" -> Invocation.described().forEach((option, text) -> entry(lines, option, text));
                case "@COMMANDS@" ->
                    catalog.commands().stream()
                            .filter(command -> !command.isHidden())
                            .forEach(command -> entry(lines, command.getName(), command.getDescription()));
                default -> lines.add(line);
            }
        }
        return lines;
    }

    private static void entry(List<String> lines, String title, String text) {
        lines.add(".TP");
        lines.add(".B " + escaped(title));
        lines.add(escaped(text) + ".");
    }

    /** Escapes a text for troff: hyphens become minus signs, and a line must not begin with a dot or an apostrophe. */
    private static String escaped(String text) {
        String plain = text.replace("\\", "\\e").replace("-", "\\-");
        return plain.startsWith(".") || plain.startsWith("'") ? "\\&" + plain : plain;
    }
}
