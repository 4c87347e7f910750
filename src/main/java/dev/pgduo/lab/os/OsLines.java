package dev.pgduo.lab.os;

import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.report.LabException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Runs lines of the nodes' operating-system prompts. */
public final class OsLines {
    /** The extra time that pgduo's own actions get after a program's time limit. */
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final OsLab lab;

    public OsLines(OsLab lab) {
        this.lab = lab;
    }

    /**
     * Runs one line, which may consist of several rows of text. When a program of the server fails, the result has its output
     * and exit code, as in a shell.
     *
     * @throws LabException when the line would change something outside the lab
     */
    public OsResult run(NodeName node, String line, OsWatch watch) {
        OsAction action = OsLine.read(line, variables(node));
        if (action.replacesData()) {
            lab.taken(node);
        } else {
            lab.initialised(node);
        }
        if (action.startsServer()) {
            lab.beforeStart();
        }
        TimeLimit limit = new TimeLimit(watch.limit().map(GRACE::plus));
        List<String> told = Collections.synchronizedList(new ArrayList<>());
        try (limit) {
            return action.accept(new OsPrompt(lab, node, watch.also(told::add)));
        } catch (LabException e) {
            if (limit.over()) {
                return new OsResult(told, 1, Set.of(), Optional.empty(), List.of("\"" + line.strip() + "\""));
            }
            if (!action.isProgram()) {
                throw e;
            }
            return OsResult.failed(lab.naming(), e);
        }
    }

    private ShellVariables variables(NodeName node) {
        OsShell shell = lab.shell(node);
        return new ShellVariables() {
            @Override
            public Optional<String> value(String name) {
                return shell.value(name).map(real -> shown(name, real));
            }

            @Override
            public Optional<String> changed(String name) {
                return shell.changed(name).map(real -> shown(name, real));
            }
        };
    }

    private String shown(String name, String real) {
        return name.equals("PGPORT") && real.matches("\\d{1,5}")
                ? Integer.toString(lab.naming().ports().shown(Integer.parseInt(real)))
                : lab.naming().toShown(real);
    }
}
