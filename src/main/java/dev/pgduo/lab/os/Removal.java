package dev.pgduo.lab.os;

import dev.pgduo.cluster.files.FileTree;
import dev.pgduo.cluster.node.Node;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Carries out {@code rm -r} at a node's OS prompt; refuses directories in which a server runs. */
record Removal(OsLab lab, LabPaths paths) {
    /**
     * Removes the paths of the action.
     *
     * @throws LabException when a server runs in one, or a path may not be removed; nothing is removed then
     */
    void run(OsAction.Wipe action) {
        Map<Path, Boolean> going = new LinkedHashMap<>();
        for (String path : action.paths()) {
            boolean content = path.endsWith("/*");
            targets(content ? path.substring(0, path.length() - 2) : path, content)
                    .forEach(target -> going.put(target, content));
        }
        going.keySet().forEach(this::releaseMemory);
        going.forEach((path, content) -> {
            if (content) {
                FileTree.removeContent(path);
            } else {
                FileTree.remove(path);
            }
        });
    }

    /** The files that a path stands for, with wildcards expanded; all of them may be removed. */
    private List<Path> targets(String path, boolean content) {
        List<Path> targets = new ArrayList<>();
        for (Path target : Wildcards.expand(paths.real(path))) {
            Path gone = content ? Links.behind(paths.forWriting(target, path)) : paths.forRemoval(target, path);
            checkNoServer(gone, path);
            targets.add(gone);
        }
        return targets;
    }

    private void checkNoServer(Path gone, String path) {
        within(gone).filter(n -> n.status().pid().isPresent()).findFirst().ifPresent(running -> {
            throw new LabException(ErrorReport.error("cannot remove \"" + path + "\": a server is running in it")
                    .hint("Stop it first with \"pg_ctl stop\"."));
        });
    }

    private void releaseMemory(Path gone) {
        within(gone).forEach(Node::releaseMemory);
    }

    private Stream<Node> within(Path gone) {
        return lab.nodes().stream()
                .filter(n -> n.layout().data().startsWith(gone)
                        || Links.behind(n.layout().data()).startsWith(gone));
    }
}
