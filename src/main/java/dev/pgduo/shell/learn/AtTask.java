package dev.pgduo.shell.learn;

import dev.pgduo.cluster.node.Node;
import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.cluster.quantity.NodeStatus;
import dev.pgduo.course.progress.TaskState;
import dev.pgduo.course.task.Evaluation;
import dev.pgduo.lab.session.LabSessions;
import dev.pgduo.lab.snapshot.SessionMemory;
import dev.pgduo.shell.screen.Palette;
import dev.pgduo.shell.screen.Screen;
import dev.pgduo.transcript.model.ResolvedTask;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The work of a student on one task: its text, the hints that were given, and the state of the lab. */
final class AtTask implements TaskGuide.Task {
    private static final Set<NodeStatus> RUINS = EnumSet.of(NodeStatus.EMPTY, NodeStatus.DAMAGED, NodeStatus.CRASHED);

    private final ResolvedTask task;
    private final int number;
    private final KeptProgress progress;
    private final Screen screen;
    private final LabSessions lab;
    private final List<NodeName> before;
    private final boolean earlier;
    private int given;

    /**
     * Starts the work on a task.
     *
     * @param number the task's number in its lab, from 0
     */
    AtTask(ResolvedTask task, int number, KeptProgress progress, LearnerDesk desk) {
        this.task = task;
        this.number = number;
        this.progress = progress;
        this.screen = desk.screen();
        this.lab = desk.course().desk();
        this.before = broken();
        this.earlier = progress.now().tasks().get(number).state().closed();
    }

    private String name() {
        return "task " + (number + 1) + "/" + progress.now().tasks().size();
    }

    TaskView view() {
        return new TaskView(name(), task.text(), screen.palette() != Palette.PLAIN);
    }

    @Override
    public void tell() {
        TaskState state = progress.now().tasks().get(number).state();
        String earlier = state.closed() ? " (" + state.word() + " before)" : "";
        screen.remark("", name() + earlier + ": " + task.text());
    }

    @Override
    public boolean earlier() {
        return earlier;
    }

    @Override
    public List<String> hints() {
        return task.hints();
    }

    @Override
    public int given() {
        return given;
    }

    @Override
    public void give() {
        given++;
        progress.change(known -> known.withHints(number, given));
    }

    @Override
    public void done(Evaluation evidence) {
        progress.change(known -> known.with(number, TaskState.DONE));
    }

    @Override
    public boolean ruined() {
        return !before.containsAll(broken());
    }

    /** The nodes whose data are gone or damaged, or whose server has crashed. */
    private List<NodeName> broken() {
        return lab.lab().nodes().stream()
                .filter(node -> RUINS.contains(node.status().status()))
                .map(Node::name)
                .toList();
    }

    @Override
    public boolean busy() {
        return !SessionMemory.idle(lab);
    }
}
