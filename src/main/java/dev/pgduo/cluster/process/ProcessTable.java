package dev.pgduo.cluster.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The operating system's information about processes. Safe for use by several threads. */
interface ProcessTable {
    ProcessTable INSTANCE = Files.isReadable(Path.of("/proc/self/stat")) ? new ProcFiles() : new PsProgram();

    boolean alive(long pid);

    boolean exists(long pid);

    boolean stopped(long pid);

    Optional<Path> directory(long pid);

    String title(long pid);

    /** The start time in any form; the same text at each call, and another one for a later process with this id. */
    String started(long pid);

    List<Long> children(long pid);

    List<Long> in(Path directory);

    /** The processes of the session whose leader is this process. */
    List<Long> session(long pid);
}
