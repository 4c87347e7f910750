package dev.pgduo.cluster.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** macOS and other systems without /proc: the ps program, and lsof for a working directory where there is one. */
final class PsProgram implements ProcessTable {
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
    public Optional<Path> directory(long pid) {
        Finished answer = OsCommand.of("sh", "-c", "lsof -a -p " + pid + " -d cwd -Fn 2>/dev/null")
                .run();
        return answer.stdout()
                .lines()
                .filter(line -> line.startsWith("n/"))
                .map(line -> Path.of(line.substring(1)))
                .findFirst();
    }

    @Override
    public String title(long pid) {
        return ask(pid, "args=");
    }

    @Override
    public List<Long> children(long pid) {
        return OsCommand.of("ps", "-A", "-o", "pid=,ppid=").run().lines().stream()
                .map(line -> line.strip().split("\\s+"))
                .filter(fields -> fields.length == 2 && fields[1].equals(Long.toString(pid)))
                .map(fields -> Long.valueOf(fields[0]))
                .filter(this::alive)
                .toList();
    }

    @Override
    public List<Long> in(Path directory) {
        Stream<String> lines =
                OsCommand.of("sh", "-c", "lsof -d cwd -Fpn -c postgres 2>/dev/null").run().lines().stream();
        long[] pid = {0};
        return lines.filter(line -> {
                    if (line.startsWith("p")) {
                        pid[0] = Long.parseLong(line.substring(1));
                    }
                    return line.equals("n" + directory);
                })
                .map(line -> pid[0])
                .toList();
    }

    private static String ask(long pid, String column) {
        return OsCommand.of("ps", "-p", Long.toString(pid), "-o", column)
                .run()
                .stdout()
                .strip();
    }
}
