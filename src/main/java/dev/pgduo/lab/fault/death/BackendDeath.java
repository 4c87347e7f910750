package dev.pgduo.lab.fault.death;

import dev.pgduo.cluster.process.OsProcess;
import dev.pgduo.cluster.process.Signal;
import dev.pgduo.cluster.server.ProcessTitle;
import dev.pgduo.lab.fault.Evidence;
import dev.pgduo.lab.fault.Evidence.Sign;
import dev.pgduo.lab.fault.FaultCard;
import dev.pgduo.lab.fault.Scene;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import dev.pgduo.session.Probe;
import java.util.List;
import java.util.Optional;

/**
 * A client backend gets SIGKILL: that of a connection which pgduo opens for it, or the one whose process id the argument names.
 */
record BackendDeath(FaultCard card) implements Death {
    private static final String VICTIM = "victim";
    private static final String STARTED = "started";
    private static final String PID = "pid";

    @Override
    public void inject(Scene scene) {
        scene.note(STARTED, Long.toString(scene.process("postmaster").pid()));
        try (Probe probe = scene.lab().probe(scene.node())) {
            OsProcess victim = scene.value(PID).isEmpty()
                    ? new OsProcess(Long.parseLong(String.valueOf(probe.scalar("select pg_backend_pid()"))))
                    : named(scene);
            scene.note(VICTIM, Long.toString(victim.pid()));
            scene.signal(Signal.KILL, List.of(victim));
        }
    }

    private static OsProcess named(Scene scene) {
        String pid = scene.value(PID);
        return scene.processes(ProcessTitle.CLIENT).stream()
                .filter(process -> Long.toString(process.pid()).equals(pid))
                .map(process -> new OsProcess(process.pid()))
                .findFirst()
                .orElseThrow(() -> new LabException(
                        ErrorReport.error("process " + pid + " is no client's backend of node " + scene.node())
                                .hint("\"ps " + scene.node() + "\" shows its processes; so does pg_backend_pid().")));
    }

    @Override
    public Evidence evidence(Scene scene) {
        return Evidence.of(
                        scene.logSign("(server process|client backend) \\(PID "
                                + scene.note(VICTIM).orElse("") + "\\) was terminated by signal 9"),
                        scene.logSign("all server processes terminated; reinitializing"),
                        new Sign("the same postmaster taking connections again", () -> again(scene)))
                .not(scene.logSign("shutting down because restart_after_crash is off"));
    }

    private static Optional<String> again(Scene scene) {
        String postmaster = scene.note(STARTED).orElse("");
        boolean same = scene.processes("postmaster").stream()
                .anyMatch(process -> postmaster.equals(Long.toString(process.pid())));
        return same && ProcessDeath.answers(scene)
                ? Optional.of("the postmaster is still process " + postmaster + ", and takes connections")
                : Optional.empty();
    }
}
