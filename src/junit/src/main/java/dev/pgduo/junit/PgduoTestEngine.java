package dev.pgduo.junit;

import dev.pgduo.Pgduo;
import dev.pgduo.replay.result.LabOutcome;
import dev.pgduo.report.LabException;
import dev.pgduo.shell.script.LabPlay;
import java.util.List;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.UniqueId;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/**
 * Plays the labs in files and directories: a container for each lab on each server of the configuration parameter
 * {@code pgduo.pg}, a test for each step. A directory without labs is a failure.
 */
public final class PgduoTestEngine implements TestEngine {
    @Override
    public String getId() {
        return "pgduo";
    }

    @Override
    public TestDescriptor discover(EngineDiscoveryRequest request, UniqueId uniqueId) {
        return new LabDiscovery(request, uniqueId).descriptor();
    }

    @Override
    public void execute(ExecutionRequest request) {
        TestDescriptor root = request.getRootTestDescriptor();
        EngineExecutionListener listener = request.getEngineExecutionListener();
        listener.executionStarted(root);
        try (Pgduo pgduo = Pgduo.open()) {
            for (TestDescriptor child : List.copyOf(root.getChildren())) {
                listener.executionStarted(child);
                listener.executionFinished(child, result(child, pgduo, listener));
            }
        }
        listener.executionFinished(root, TestExecutionResult.successful());
    }

    private static TestExecutionResult result(TestDescriptor child, Pgduo pgduo, EngineExecutionListener listener) {
        if (!(child instanceof LabDescriptor lab)) {
            return TestExecutionResult.failed(new AssertionFailedError("there is no lab in " + child.getDisplayName()));
        }
        try {
            LabPlay play = pgduo.plays(List.of(lab.file()), lab.server()).get(0);
            ToldSteps steps = new ToldSteps(lab, listener);
            LabOutcome outcome = play.play(steps);
            StepVerdict.whole(outcome).ifPresent(why -> steps.whole(StepVerdict.line(outcome), why));
            return TestExecutionResult.successful();
        } catch (LabException e) {
            return TestExecutionResult.failed(
                    new AssertionFailedError(e.report().render(), e));
        }
    }

    /** The result for an exception. */
    static TestExecutionResult result(Throwable thrown) {
        return thrown instanceof TestAbortedException
                ? TestExecutionResult.aborted(thrown)
                : TestExecutionResult.failed(thrown);
    }
}
