package dev.pgduo.cluster.process;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * How the running program can be started once more.
 *
 * @param java the JVM's program
 * @param flags the JVM's options, without the class path
 * @param classPath what it is made of
 * @param main the class to start
 */
public record ThisProgram(Path java, List<String> flags, List<Path> classPath, String main) {
    private static final List<String> KEPT = List.of("-XX:", "-Xlog", "-Dfile.", "-Dstd", "-Dsun.", "--enable-native");

    public ThisProgram {
        flags = List.copyOf(flags);
        classPath = List.copyOf(classPath);
    }

    /** As it was started itself, with those of its options that say how Java runs. */
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

    /** The same, made of these files. */
    public ThisProgram with(List<Path> files) {
        return new ThisProgram(java, flags, files, main);
    }

    /**
     * The command that starts it.
     *
     * @param more options of the JVM
     * @param arguments the program's own
     */
    public OsCommand command(List<String> more, List<String> arguments) {
        List<String> words = words(more);
        words.addAll(arguments);
        return OsCommand.of(words);
    }

    /**
     * Lines for a shell that becomes the program, with these first words and the shell's own behind them. A shell without job control
     * has its background programs ignore SIGINT, which a JVM cannot take back; env(1) can, where it knows how.
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
