package dev.pgduo.lab.os;

import dev.pgduo.scan.ShellWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code psql …} that opens an interactive session; with {@code -c}, {@code -f} or {@code -l} it is a program to run. */
final class PsqlIdiom implements Idiom {
    private static final Map<String, String> SETTINGS =
            Map.of("PGHOST", "-h", "PGPORT", "-p", "PGUSER", "-U", "PGDATABASE", "-d");

    @Override
    public Optional<OsAction> recognise(TypedCommand command) {
        return ShellWords.split(command.line())
                .filter(words -> !words.isEmpty() && words.get(0).equals("psql"))
                .filter(words -> Idiom.read(PsqlArguments.OPTIONS, words)
                        .filter(PsqlArguments::openSession)
                        .isPresent())
                .map(words -> new OsAction.Psql(withSettings(words.subList(1, words.size()), command)));
    }

    /** Adds options for libpq's environment variables before the arguments, so that the arguments take precedence. */
    private static List<String> withSettings(List<String> arguments, TypedCommand command) {
        List<String> words = new ArrayList<>();
        SETTINGS.forEach(
                (name, option) -> command.setting(name).ifPresent(value -> words.addAll(List.of(option, value))));
        words.addAll(arguments);
        return words;
    }
}
