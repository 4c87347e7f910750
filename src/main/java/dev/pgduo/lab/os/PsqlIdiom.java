package dev.pgduo.lab.os;

import java.util.List;
import java.util.Optional;

/** {@code psql …} that opens an interactive session; with {@code -c}, {@code -f} or {@code -l} it is a program to run. */
final class PsqlIdiom implements Idiom {
    @Override
    public Optional<OsAction> recognise(String line) {
        return ShellWords.split(line)
                .filter(words -> !words.isEmpty() && words.get(0).equals("psql"))
                .map(words -> words.subList(1, words.size()))
                .filter(arguments -> arguments.stream().noneMatch(PsqlIdiom::runsByItself))
                .map(OsAction.Psql::new);
    }

    private static boolean runsByItself(String argument) {
        return List.of("-c", "-f", "-l", "-V", "-?").stream().anyMatch(argument::startsWith)
                || argument.matches("-[A-Za-z]*[cfl]")
                || argument.matches("--(command|file|list|version|help).*");
    }
}
