package dev.pgduo;

import dev.pgduo.shell.client.ClientMain;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * Loads the classes of client programs that the launcher's training run does not use, so that its class archive includes them.
 */
final class TrainingClasses {
    private static final String SUFFIX = ".class";
    private static final List<String> ROOMS =
            List.of("dev/pgduo/shell/client/", "dev/pgduo/cluster/rewind/", "dev/pgduo/cluster/wal/");

    /** Command lines that run as far as possible without a cluster. */
    private static final List<List<String>> PROGRAMS = List.of(
            List.of("pg_rewind", "-D", "/", "--source-server=host=/nonexistent"),
            List.of("pg_rewind", "-D", "/", "--source-pgdata=/nonexistent"),
            List.of("pg_waldump", "-p", "/nonexistent", "-s", "0/1"));

    private static final String USER = "user.name";

    private TrainingClasses() {}

    /** Loads the classes from the program's own jar. */
    static void load() {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        String user = System.getProperty(USER);
        // As root, pg_rewind would end at once.
        System.setProperty(USER, "nobody");
        PROGRAMS.forEach(words -> new ClientMain(nowhere, nowhere, Map.of()).run(words));
        System.setProperty(USER, user);
        try (JarFile jar = new JarFile(System.getProperty("java.class.path"))) {
            jar.stream()
                    .map(JarEntry::getName)
                    .filter(name -> name.endsWith(SUFFIX) && ROOMS.stream().anyMatch(name::startsWith))
                    .forEach(TrainingClasses::load);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void load(String name) {
        try {
            Class.forName(name.substring(0, name.length() - SUFFIX.length()).replace('/', '.'));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
