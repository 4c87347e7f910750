package dev.pgduo.shell.typing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The completions of a shell command's name: programs and builtins. */
public final class ProgramNames {
    private static final int MOST = 500;
    private static final List<String> BUILTINS =
            List.of("alias", "cd", "echo", "exit", "export", "jobs", "kill", "pwd", "source", "type", "unset", "wait");
    private static final List<String> LAB = List.of("pg_basebackup", "pg_controldata", "pg_ctl", "pg_isready", "psql");

    private ProgramNames() {}

    /** Names with this beginning, sorted; programs are searched for in these directories. */
    public static List<String> startingWith(String letters, List<Path> directories) {
        Stream<String> known = Stream.concat(BUILTINS.stream(), LAB.stream());
        return Stream.concat(known, directories.stream().flatMap(ProgramNames::in))
                .filter(name -> name.startsWith(letters))
                .distinct()
                .sorted()
                .limit(MOST)
                .toList();
    }

    private static Stream<String> in(Path directory) {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.map(entry -> String.valueOf(entry.getFileName())).toList().stream();
        } catch (IOException | UncheckedIOException e) {
            return Stream.empty();
        }
    }
}
