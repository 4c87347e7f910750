package dev.pgduo.shell.lab;

import dev.pgduo.lab.Lab;
import dev.pgduo.lab.session.LabSessions;
import java.nio.file.Path;
import java.util.Optional;

/** A lab on which commands work, with its sessions: the prompt's, or a lab file's. */
public interface WorkingLab {
    /** Whether the lab exists. */
    boolean exists();

    /** Its directory, whether it exists or not. */
    Path directory();

    /**
     * The lab's sessions.
     *
     * @throws dev.pgduo.report.LabException when there is no lab
     */
    LabSessions desk();

    /**
     * The lab.
     *
     * @throws dev.pgduo.report.LabException when there is no lab
     */
    default Lab lab() {
        return desk().lab();
    }

    /** The nodes of the sessions' panes. */
    SessionNodes sessions();

    /** The lab as one that commands may create and remove; empty for a lab file's, which must exist until the file's end. */
    Optional<CurrentLab> own();
}
