package dev.pgduo.lab;

import dev.pgduo.cluster.Node;
import dev.pgduo.cluster.NodeName;
import dev.pgduo.cluster.conf.AtomicFile;
import dev.pgduo.cluster.conf.HbaFile;
import dev.pgduo.cluster.conf.HbaLine;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** One node's pg_hba.conf. */
public final class NodeHba {
    private final Node node;
    private final Path path;

    public NodeHba(Lab lab, NodeName name) {
        this.node = lab.node(name);
        this.path = node.layout().data().resolve("pg_hba.conf");
    }

    /** The file as it is now. */
    public HbaFile file() {
        try {
            return HbaFile.parse(Files.readString(path), path.toString());
        } catch (NoSuchFileException e) {
            throw new LabException(
                    ErrorReport.error("node " + node.name() + " has no pg_hba.conf")
                            .hint("Make its database cluster with \"init " + node.name() + "\" or \"basebackup\"."),
                    e);
        } catch (IOException e) {
            throw new LabException(ErrorReport.error("could not read file \"" + path + "\": " + e.getMessage()), e);
        }
    }

    /**
     * Adds a rule.
     *
     * @throws LabException in the server's words when it is none; nothing is changed then
     */
    public void add(String rule, boolean first) {
        HbaFile.check(rule).stream().findFirst().ifPresent(problem -> {
            throw new LabException(problem);
        });
        AtomicFile.replace(path, (first ? file().addFirst(rule) : file().add(rule)).text());
    }

    /** Removes the rule in this line, and says which it was. */
    public HbaLine remove(int number) {
        HbaFile file = file();
        HbaLine line = file.lines().stream()
                .filter(l -> l.number() == number && l.isActive())
                .findFirst()
                .orElseThrow(
                        () -> LabException.of("there is no rule in line " + number, "\"hba show\" lists the rules."));
        AtomicFile.replace(path, file.remove(number).text());
        return line;
    }

    /** When a change counts, as a phrase. */
    public String effect() {
        return node.status().status().running()
                ? "needs a reload: \"reload " + node.name() + "\""
                : "takes effect at the next start";
    }
}
