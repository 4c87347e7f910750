package dev.pgduo.shell.lab;

import dev.pgduo.lab.Lab;
import dev.pgduo.lab.session.LabSessions;
import java.nio.file.Path;
import java.util.Optional;

/** A lab that commands work on, with its sessions: the prompt's own, or a lab file's. */
public interface WorkingLab {
    /** Whether there is a lab. */
    boolean exists();

    /** Where it is, or will be made. */
    Path directory();

    /**
     * The lab at work.
     *
     * @throws dev.pgduo.report.LabException when there is none yet
     */
    LabSessions desk();

    /**
     * The lab.
     *
     * @throws dev.pgduo.report.LabException when there is none yet
     */
    default Lab lab() {
        return desk().lab();
    }

    /** On which nodes the sessions' panes are. */
    SessionNodes sessions();

    /** The lab as one that commands may make, and remove; empty when it is a lab file's, which must find it to its end. */
    Optional<CurrentLab> own();
}
