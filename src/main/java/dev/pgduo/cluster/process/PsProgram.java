package dev.pgduo.cluster.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Process information on macOS and other systems without /proc: by the ps program, and lsof for the working directory where
 * available.
 *
 * @param output returns the output of the program with these words; empty when it is missing
 */
record PsProgram(Function<List<String>, String> output) implements ProcessTable {
    /** Uses the programs of this machine. */
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

    /**
     * The children; each column has an option of its own, because BSD's ps takes all text after an equals sign as a heading.
     */
    @Override
    public List<Long> children(long pid) {
        return with("ppid", pid);
    }

    /** The session's processes; where there is no session's number, those of its first process group. */
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

    /** A line for each field: p and the process id, then n and the path, or the reason why there is none. */
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

    /** Queries one column in full width: some versions of ps otherwise cut lines at the terminal's width, even in a pipe. */
    private String ask(long pid, String column) {
        return output.apply(List.of("ps", "-ww", "-p", Long.toString(pid), "-o", column))
                .strip();
    }
}
