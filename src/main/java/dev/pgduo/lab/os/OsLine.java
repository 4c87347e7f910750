package dev.pgduo.lab.os;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads one line typed at a node's operating-system prompt. */
public final class OsLine {
    private static final Pattern WRAPPED = Pattern.compile("(?:ba)?sh\\s+-c\\s+([\"'])(.*)\\1");
    private static final List<Idiom> IDIOMS = Stream.concat(
                    Stream.of(new PgCtlIdiom(), new BaseBackupIdiom(), new PsqlIdiom(), new MachineIdiom()),
                    FileIdioms.all().stream())
            .toList();

    private OsLine() {}

    /** {@link #read(String, ShellVariables)} with variables that no line has changed. */
    public static OsAction read(String line, Map<String, String> variables) {
        return read(line, ShellVariables.of(variables));
    }

    /** The meaning of a line; never fails, as any line that is no idiom is left to the real shell. */
    public static OsAction read(String line, ShellVariables variables) {
        String text = line.strip();
        if (text.indexOf('\0') >= 0) {
            return new OsAction.Shell(text);
        }
        Matcher wrapped = WRAPPED.matcher(text);
        TypedCommand command =
                TypedCommand.of(text, wrapped.matches() ? wrapped.group(2).strip() : text, variables);
        return command.line().indexOf('\n') >= 0
                ? new OsAction.Shell(text)
                : IDIOMS.stream()
                        .flatMap(idiom -> idiom.recognise(command).stream())
                        .findFirst()
                        .orElse(new OsAction.Shell(text));
    }
}
