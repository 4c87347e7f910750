package dev.pgduo.lab.fault.death;

import dev.pgduo.cluster.process.OsProcess;
import dev.pgduo.cluster.process.Signal;
import dev.pgduo.lab.fault.Evidence;
import dev.pgduo.lab.fault.FaultCard;
import dev.pgduo.lab.fault.Scene;
import java.util.List;

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
        return Evidence.of(
                        scene.logSign("startup process \\(PID "
                                + scene.note(VICTIM).orElse("") + "\\) was terminated by signal 9"),
                        scene.goneSign())
                .not(scene.logSign("reinitializing"));
    }
}
