package dev.pgduo.cluster.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rights of this process, as far as the ways to run a server depend on them. */
final class Rights {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final List<String> LINES =
            List.of("Uid:", "CapPrm:", "CapEff:", "CapBnd:", "NoNewPrivs:", "Seccomp:", "Seccomp_filters:");

    /** Files about the kernel, its restrictions, the namespace, and users. */
    private static final List<Path> FILES = List.of(
            Path.of("/proc/sys/kernel/random/boot_id"),
            Path.of("/proc/sys/user/max_user_namespaces"),
            Path.of("/proc/sys/kernel/unprivileged_userns_clone"),
            Path.of("/proc/sys/kernel/apparmor_restrict_unprivileged_userns"),
            Path.of("/proc/self/attr/current"),
            Path.of("/proc/self/uid_map"));

    private Rights() {}

    /** The rights in one line; empty where the system does not show them. */
    static Optional<String> now() {
        try (Stream<String> status = Files.lines(STATUS)) {
            Stream<String> own = status.filter(line -> LINES.stream().anyMatch(line::startsWith));
            Stream<String> programs = Stream.of("unshare", "setpriv", "sh", "id")
                    .map(name -> Programs.find(name).flatMap(ProgramFile::state).orElse("no " + name));
            Stream<String> names =
                    Stream.of(ProgramFile.state(Path.of("/etc/passwd")).orElse("no names"));
            return Optional.of(Stream.of(own, FILES.stream().map(Rights::text), programs, names)
                    .flatMap(part -> part)
                    .map(word -> word.strip().replace('\t', ' ').replace('\n', ' '))
                    .collect(Collectors.joining("; ")));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return "";
        }
    }
}
