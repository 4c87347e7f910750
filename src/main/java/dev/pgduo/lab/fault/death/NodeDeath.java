package dev.pgduo.lab.fault.death;

import dev.pgduo.cluster.control.ControlState;
import dev.pgduo.cluster.quantity.CrashKind;
import dev.pgduo.cluster.server.ServerInspector;
import dev.pgduo.lab.fault.Evidence;
import dev.pgduo.lab.fault.Evidence.Sign;
import dev.pgduo.lab.fault.FaultCard;
import dev.pgduo.lab.fault.Scene;
import java.util.Optional;

/**
 * All processes of a node die without a shutdown.
 *
 * @param kind how they die
 */
record NodeDeath(FaultCard card, CrashKind kind) implements Death {
    @Override
    public void inject(Scene scene) {
        scene.server().crash(kind);
    }

    @Override
    public Evidence evidence(Scene scene) {
        Sign gone = scene.goneSign();
        Sign unclean = new Sign(
                "a control file that says that the server runs",
                () -> control(scene)
                        .filter(state -> !state.clean())
                        .map(state -> "pg_control of node " + scene.node() + ": " + state));
        Sign clean = new Sign(
                "a clean shutdown",
                () -> control(scene).filter(ControlState::clean).map(state -> "pg_control says \"" + state + "\""));
        return kind == CrashKind.IMMEDIATE
                ? Evidence.of(gone, unclean, scene.logSign("received immediate shutdown request"))
                        .not(clean)
                : Evidence.of(gone, unclean).not(clean, scene.logSign("database system is shut down"));
    }

    private static Optional<ControlState> control(Scene scene) {
        return new ServerInspector(scene.server().settings()).controlState();
    }
}
