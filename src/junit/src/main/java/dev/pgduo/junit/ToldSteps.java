package dev.pgduo.junit;

import dev.pgduo.replay.result.StepListener;
import dev.pgduo.replay.result.StepOutcome;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.TestExecutionResult;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/** Reports the steps of a lab to JUnit during its play. */
final class ToldSteps implements StepListener {
    private final LabDescriptor lab;
    private final EngineExecutionListener listener;
    private @Nullable StepDescriptor step;

    ToldSteps(LabDescriptor lab, EngineExecutionListener listener) {
        this.lab = lab;
        this.listener = listener;
    }

    @Override
    public void begins(String name, int line) {
        StepDescriptor begun = new StepDescriptor(lab.getUniqueId().append("step", name), name, lab.file(), line);
        lab.addChild(begun);
        listener.dynamicTestRegistered(begun);
        listener.executionStarted(begun);
        step = begun;
    }

    @Override
    public void ended(StepOutcome outcome) {
        if (step != null) {
            listener.executionFinished(step, result(outcome));
        }
    }

    /** Reports a test for errors that belong to no step. */
    void whole(int line, Throwable why) {
        begins(StepVerdict.WHOLE, line);
        if (step != null) {
            listener.executionFinished(step, PgduoTestEngine.result(why));
        }
    }

    private TestExecutionResult result(StepOutcome outcome) {
        try {
            StepVerdict.check(lab.file(), outcome);
            return TestExecutionResult.successful();
        } catch (AssertionFailedError | TestAbortedException e) {
            return PgduoTestEngine.result(e);
        }
    }
}
