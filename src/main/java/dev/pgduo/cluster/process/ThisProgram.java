package dev.pgduo.cluster.process;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The command line for starting this program once more.
 *
 * @param java the program java
 * @param flags the JVM's options, without the class path
 * @param classPath the files of the class path
 * @param main the main class
 */
public record ThisProgram(Path java, List<String> flags, List<Path> classPath, String main) {
    private static final List<String> KEPT = List.of("-XX:", "-Xlog", "-Dfile.", "-Dstd", "-Dsun.", "--enable-native");

    public ThisProgram {
        flags = List.copyOf(flags);
        classPath = List.copyOf(classPath);
    }

    /** The command line of this process, with its JVM options, for this main class. */
    public static ThisProgram as(String main) {
        String[] arguments = ProcessHandle.current().info().arguments().orElse(new String[0]);
        List<String> flags = Arrays.stream(arguments)
                .takeWhile(word -> word.startsWith("-"))
                .filter(word -> KEPT.stream().anyMatch(word::startsWith))
                .filter(word -> !word.startsWith("-XX:ArchiveClassesAtExit") && !word.startsWith("-XX:AOTCacheOutput"))
                .toList();
        List<Path> path = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> !entry.isEmpty())
                .map(entry -> Path.of(entry).toAbsolutePath())
                .toList();
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return new ThisProgram(java, flags.isEmpty() ? List.of("-XX:TieredStopAtLevel=1") : flags, path, main);
    }

    /** The same with these files as class path. */
    public ThisProgram with(List<Path> files) {
        return new ThisProgram(java, flags, files, main);
    }

    /**
     * The command.
     *
     * @param more further options of the JVM
     * @param arguments the program's arguments
     */
    public OsCommand command(List<String> more, List<String> arguments) {
        List<String> words = words(more);
        words.addAll(arguments);
        return OsCommand.of(words);
    }

    /**
     * Shell lines that replace the shell by the program, with these first arguments and the shell's own ones after them.
     * Background programs of a shell without job control ignore SIGINT, which a JVM cannot undo; env(1) can, in newer versions.
     */
    public String shellLines(String... first) {
        List<String> words = words(List.of());
        words.addAll(List.of(first));
        String awake = "env --default-signal=INT";
        return awake + " true 2>/dev/null && awake='" + awake + "' || awake=\nexec $awake "
                + String.join(" ", words.stream().map(OsCommand::quote).toList()) + " \"$@\"";
    }

    private List<String> words(List<String> more) {
        List<String> words = new ArrayList<>(List.of(java.toString()));
        words.addAll(flags);
        words.addAll(more);
        words.add("-cp");
        words.add(String.join(
                File.pathSeparator, classPath.stream().map(Path::toString).toList()));
        words.add(main);
        return words;
    }
}
