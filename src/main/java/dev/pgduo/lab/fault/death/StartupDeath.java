package dev.pgduo.lab.fault.death;

import dev.pgduo.cluster.process.OsProcess;
import dev.pgduo.cluster.process.Signal;
import dev.pgduo.lab.fault.Evidence;
import dev.pgduo.lab.fault.Evidence.Sign;
import dev.pgduo.lab.fault.FaultCard;
import dev.pgduo.lab.fault.Scene;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The process that replays WAL on a standby gets SIGKILL: the standby ends, and stays down. */
record StartupDeath(FaultCard card) implements Death {
    private static final String VICTIM = "victim";

    @Override
    public void inject(Scene scene) {
        OsProcess victim = new OsProcess(scene.process("startup").pid());
        scene.note(VICTIM, Long.toString(victim.pid()));
        scene.signal(Signal.KILL, List.of(victim));
    }

    @Override
    public Evidence evidence(Scene scene) {
        Path data = scene.server().layout().data();
        return Evidence.of(
                        scene.logSign("startup process \\(PID "
                                + scene.note(VICTIM).orElse("") + "\\) was terminated by signal 9"),
                        new Sign(
                                "no process of the node left",
                                () -> OsProcess.in(data).isEmpty()
                                        ? Optional.of("no process of node " + scene.node() + " is left")
                                        : Optional.empty()))
                .not(scene.logSign("reinitializing"));
    }
}
