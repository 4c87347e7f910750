package dev.pgduo.transcript.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/** Chooses the steps that apply in one environment. Used once; not thread-safe. */
public final class Resolver {
    private final Environment environment;
    private final List<ResolvedStep> steps = new ArrayList<>();
    private final List<BranchUse> uses = new ArrayList<>();
    private final Map<Integer, Integer> statements = new TreeMap<>();
    private final List<ResolvedTask> tasks = new ArrayList<>();
    private final List<Directive> clauses = new ArrayList<>();
    private Directives pending = Directives.none();
    private int lastOutput = -1;

    Resolver(Environment environment) {
        this.environment = environment;
    }

    Resolution resolve(List<Step> all) {
        all.forEach(step -> step.resolve(this));
        return new Resolution(environment, steps, uses, tasks);
    }

    void add(Step step) {
        add(step, OptionalInt.empty());
    }

    void addStatement(Step.SqlInput step) {
        statements.put(step.session(), steps.size());
        add(step);
    }

    /** Adds a late output, which belongs to the last statement of its session that applies. */
    void addLate(Step.LateOutput step) {
        Integer statement = statements.get(step.session());
        if (statement == null) {
            add(step);
            return;
        }
        ResolvedStep blocked = steps.get(statement);
        if (blocked.partner().isEmpty()) {
            steps.set(
                    statement,
                    new ResolvedStep(
                            blocked.step(), blocked.directives(), blocked.expected(), OptionalInt.of(steps.size())));
        }
        add(step, OptionalInt.of(statement));
    }

    private void add(Step step, OptionalInt partner) {
        ExpectedBlock block = step.expected();
        Directives directives = Directives.none();
        if (step.governed()) {
            directives = pending;
            for (Directive own : block.own()) {
                directives = own.addTo(directives);
            }
            pending = Directives.none();
            lastOutput = steps.size();
        }
        steps.add(new ResolvedStep(step, directives, block.flatten(environment, uses), partner));
    }

    void direct(Step.DirectiveLine line) {
        Directive directive = line.directive();
        if (directive.looksForward()) {
            pending = directive.addTo(pending);
        } else if (directive.ofTask()) {
            clauses.add(directive);
        } else if (!directive.looksBack()) {
            add(line);
        } else if (lastOutput >= 0) {
            ResolvedStep above = steps.get(lastOutput);
            steps.set(
                    lastOutput,
                    new ResolvedStep(
                            above.step(), directive.addTo(above.directives()), above.expected(), above.partner()));
        }
    }

    void task(Step.Task task) {
        clauses.clear();
        int from = steps.size();
        task.steps().forEach(step -> step.resolve(this));
        tasks.add(new ResolvedTask(task, clauses, from, steps.size()));
    }

    void choose(List<Step.Branch> branches) {
        Conditional.choose(branches, environment, uses)
                .ifPresent(branch -> branch.steps().forEach(step -> step.resolve(this)));
    }
}
