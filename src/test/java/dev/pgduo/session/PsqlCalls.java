package dev.pgduo.session;

import dev.pgduo.shell.psql.PsqlMain;
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Many runs of {@code pgduo psql}, one after the other in one process, whose standard streams are files: a program that a run starts
 * has them too, as it would have a process's own.
 *
 * @param home has a file with the words and one with the input of each call, and gets what came of it
 */
record PsqlCalls(Path home) {
    private static final String SEPARATOR = "\0";

    /** What a process of its own would be started with. */
    static List<String> java() {
        String classes = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classes);
    }

    void add(int number, List<String> words, String input) throws IOException {
        Files.writeString(home.resolve(number + ".words"), String.join(SEPARATOR, words));
        Files.writeString(home.resolve(number + ".in"), input);
    }

    int code(int number) throws IOException {
        return Integer.parseInt(Files.readString(home.resolve(number + ".code")));
    }

    /** In an encoding that takes every byte. */
    String output(int number, String stream) throws IOException {
        return Files.readString(home.resolve(number + "." + stream), StandardCharsets.ISO_8859_1);
    }

    /** The process that runs them. */
    List<String> command() {
        List<String> command = new ArrayList<>(java());
        command.addAll(List.of(PsqlCalls.class.getName(), home.toString()));
        return command;
    }

    /** Runs all calls of the home that is the only argument. */
    public static void main(String[] arguments) throws IOException {
        PsqlCalls calls = new PsqlCalls(Path.of(arguments[0]));
        for (int number = 0; Files.exists(calls.home.resolve(number + ".words")); number++) {
            calls.run(number);
        }
        System.exit(0);
    }

    @SuppressWarnings("resource")
    private void run(int number) throws IOException {
        FileChannel in = new FileInputStream(FileDescriptor.in).getChannel();
        FileChannel out = new FileOutputStream(FileDescriptor.out).getChannel();
        FileChannel err = new FileOutputStream(FileDescriptor.err).getChannel();
        Files.write(home.resolve("stdin"), Files.readAllBytes(home.resolve(number + ".in")));
        in.position(0);
        out.truncate(0);
        err.truncate(0);
        String words = Files.readString(home.resolve(number + ".words"));
        int code = PsqlMain.run(List.of(words.split(SEPARATOR, -1)), false);
        Files.writeString(home.resolve(number + ".code"), Integer.toString(code));
        Files.copy(home.resolve("stdout"), home.resolve(number + ".out"));
        Files.copy(home.resolve("stderr"), home.resolve(number + ".err"));
    }
}
