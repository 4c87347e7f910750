package dev.pgduo.cluster.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * macOS and other systems without /proc: the ps program, and lsof for a working directory where there is one.
 *
 * @param output gives what the program of these words prints; nothing when it is missing
 */
record PsProgram(Function<List<String>, String> output) implements ProcessTable {
    /** The programs of this machine. */
    PsProgram() {
        this(words -> OsCommand.of(words).run().stdout());
    }

    @Override
    public boolean alive(long pid) {
        String state = ask(pid, "stat=");
        return !state.isEmpty() && !state.startsWith("Z");
    }

    @Override
    public boolean exists(long pid) {
        return !ask(pid, "stat=").isEmpty();
    }

    @Override
    public boolean stopped(long pid) {
        return ask(pid, "stat=").startsWith("T");
    }

    @Override
    public Optional<Path> directory(long pid) {
        return directories("-a -p " + pid + " ").stream()
                .map(WorkingDirectory::path)
                .findFirst();
    }

    @Override
    public String title(long pid) {
        return ask(pid, "args=");
    }

    @Override
    public String started(long pid) {
        return ask(pid, "lstart=");
    }

    /** Each column by an option of its own: BSD takes all behind an equals sign for the column's head. */
    @Override
    public List<Long> children(long pid) {
        return with("ppid", pid);
    }

    /** Where there is no session's number, its first process group is what is known of it. */
    @Override
    public List<Long> session(long pid) {
        return with("pgid", pid);
    }

    private List<Long> with(String column, long value) {
        return output.apply(List.of("ps", "-A", "-o", "pid=", "-o", column + "="))
                .lines()
                .map(line -> line.strip().split("\\s+"))
                .filter(fields -> fields.length == 2 && fields[1].equals(Long.toString(value)))
                .map(fields -> Long.valueOf(fields[0]))
                .filter(this::alive)
                .toList();
    }

    @Override
    public List<Long> in(Path directory) {
        return directories("").stream()
                .filter(known -> known.path().equals(directory))
                .map(WorkingDirectory::pid)
                .toList();
    }

    private record WorkingDirectory(long pid, Path path) {}

    /** A line for each field: p and the process, then n and the path, or why there is none. */
    private List<WorkingDirectory> directories(String whose) {
        List<WorkingDirectory> directories = new ArrayList<>();
        long pid = 0;
        String line = "lsof " + whose + "-d cwd -Fpn 2>/dev/null";
        for (String field : output.apply(List.of("sh", "-c", line)).lines().toList()) {
            if (field.startsWith("p")) {
                pid = Long.parseLong(field.substring(1));
            } else if (field.startsWith("n/")) {
                directories.add(new WorkingDirectory(pid, Path.of(field.substring(1))));
            }
        }
        return directories;
    }

    /** As wide as it is: to a pipe, some ps print no more than a terminal has columns. */
    private String ask(long pid, String column) {
        return output.apply(List.of("ps", "-ww", "-p", Long.toString(pid), "-o", column))
                .strip();
    }
}
