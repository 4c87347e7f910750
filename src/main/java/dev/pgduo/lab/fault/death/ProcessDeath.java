package dev.pgduo.lab.fault.death;

import dev.pgduo.cluster.process.OsProcess;
import dev.pgduo.cluster.process.Signal;
import dev.pgduo.cluster.server.ServerProcess;
import dev.pgduo.lab.fault.Evidence;
import dev.pgduo.lab.fault.Evidence.Sign;
import dev.pgduo.lab.fault.FaultCard;
import dev.pgduo.lab.fault.Scene;
import dev.pgduo.report.LabException;
import java.util.List;
import java.util.Optional;

/**
 * One process of a server gets SIGKILL; its postmaster ends all others and restarts the server.
 *
 * @param role the process's role, as {@link ServerProcess} names it
 * @param logged the process's name in the server's log, as a regular expression
 */
record ProcessDeath(FaultCard card, String role, String logged) implements Death {
    private static final String VICTIM = "victim";
    private static final String POSTMASTER = "postmaster";

    /** The walsender and walreceiver exist only while a standby streams. */
    @Override
    public boolean needsStream() {
        return role.equals("walsender") || role.equals("walreceiver");
    }

    @Override
    public void inject(Scene scene) {
        scene.note(POSTMASTER, Long.toString(scene.process(POSTMASTER).pid()));
        OsProcess victim = new OsProcess(scene.process(role).pid());
        scene.note(VICTIM, Long.toString(victim.pid()));
        scene.signal(Signal.KILL, List.of(victim));
    }

    @Override
    public Evidence evidence(Scene scene) {
        String pid = scene.note(VICTIM).orElse("");
        return Evidence.of(
                        scene.logSign("(" + logged + ") \\(PID " + pid + "\\) was terminated by signal 9"),
                        scene.logSign("all server processes terminated; reinitializing"),
                        new Sign("the same postmaster taking connections again", () -> again(scene, pid)))
                .not(scene.logSign("shutting down because restart_after_crash is off"));
    }

    private Optional<String> again(Scene scene, String pid) {
        String postmaster = scene.note(POSTMASTER).orElse("");
        if (!answers(scene)
                || scene.processes(POSTMASTER).stream()
                        .noneMatch(process -> postmaster.equals(Long.toString(process.pid())))) {
            return Optional.empty();
        }
        return scene.processes(role).stream()
                .map(process -> Long.toString(process.pid()))
                .filter(now -> !now.equals(pid))
                .findFirst()
                .map(now -> "the postmaster is still process " + postmaster + ", the " + role + " was process " + pid
                        + " and is process " + now);
    }

    static boolean answers(Scene scene) {
        try {
            return scene.ask(scene.node(), "select 1").equals("1");
        } catch (LabException e) {
            return false;
        }
    }
}
