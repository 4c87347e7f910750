package dev.pgduo.cluster.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Process information from Linux's files, see proc(5). */
final class ProcFiles implements ProcessTable {
    private static final Path PROC = Path.of("/proc");

    @Override
    public boolean alive(long pid) {
        String stat = stat(pid);
        return !stat.isEmpty() && "ZX".indexOf(stat.charAt(0)) < 0;
    }

    @Override
    public boolean exists(long pid) {
        return !stat(pid).isEmpty();
    }

    @Override
    public boolean stopped(long pid) {
        return stat(pid).startsWith("T");
    }

    @Override
    public Optional<Path> directory(long pid) {
        try {
            return Optional.of(Files.readSymbolicLink(PROC.resolve(pid + "/cwd")));
        } catch (IOException | SecurityException e) {
            return Optional.empty();
        }
    }

    @Override
    public String title(long pid) {
        return read(PROC.resolve(pid + "/cmdline")).replace('\0', ' ').strip();
    }

    /** The start time in clock ticks since the machine was started. */
    @Override
    public String started(long pid) {
        long ticks = field(pid, 19);
        return ticks < 0 ? "" : Long.toString(ticks);
    }

    /** The kernel's list of children, where available; it is that of the first thread, which is the only one of a server. */
    @Override
    public List<Long> children(long pid) {
        Path list = PROC.resolve(pid + "/task/" + pid + "/children");
        Stream<Long> children = Files.exists(list)
                ? Stream.of(read(list).split(" "))
                        .map(String::strip)
                        .filter(word -> !word.isEmpty())
                        .map(Long::valueOf)
                : processes().filter(child -> parent(child) == pid);
        return children.filter(this::alive).toList();
    }

    @Override
    public List<Long> in(Path directory) {
        return processes()
                .filter(pid -> directory(pid).filter(directory::equals).isPresent())
                .toList();
    }

    @Override
    public List<Long> session(long pid) {
        return processes()
                .filter(other -> field(other, 3) == pid)
                .filter(this::alive)
                .toList();
    }

    private static Stream<Long> processes() {
        try (Stream<Path> entries = Files.list(PROC)) {
            return entries
                    .map(entry -> entry.getFileName().toString())
                    .filter(name -> Character.isDigit(name.charAt(0)))
                    .map(Long::valueOf)
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long parent(long pid) {
        return field(pid, 1);
    }

    /** A number in the fields of {@link #stat}; -1 when the process has ended. */
    private static long field(long pid, int index) {
        String[] fields = stat(pid).split(" ", index + 2);
        return fields.length <= index ? -1 : Long.parseLong(fields[index]);
    }

    /**
     * The text of /proc/PID/stat from field 3, the state, on: the name before it is in parentheses and may contain anything.
     */
    private static String stat(long pid) {
        String text = read(PROC.resolve(pid + "/stat"));
        return text.substring(Math.min(text.length(), text.lastIndexOf(')') + 2));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }
}
