package dev.pgduo.shell.script;

import dev.pgduo.cluster.binaries.ServerBinaries;
import dev.pgduo.replay.PlayOptions;
import dev.pgduo.shell.lab.LabContext;

/** Plays a lab again whenever its file is saved. */
public interface LabWatching {
    /** Plays the lab after each change of its file, until the program is interrupted. */
    void watch(String file, ServerBinaries server, PlayOptions options, LabForm form, LabContext context);
}
